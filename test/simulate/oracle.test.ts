import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TotalName } from '../../src/domain.ts';
import { compareWithOracle } from '../oracles/agreement.ts';
import { randomScenario } from '../oracles/scenarios.ts';
import { randomOf } from '../linear/random.ts';
import { everything } from '../support/everything.ts';

describe('the engine and a naive simulator agree draw by draw', () => {
  it('with every feature at work', () => {
    const { disagreements, totals } = compareWithOracle(everything(), 64);
    expect(disagreements).toEqual([]);
    expect(totals).toHaveLength(64);
  });

  it('on scenarios put together at random', () => {
    const seen = new Map<TotalName, number>();
    fc.assert(
      // What follows from a text has no smaller version of it.
      fc.property(fc.noShrink(fc.string()), fc.boolean(), (seed, stressed) => {
        const { disagreements, totals } = compareWithOracle(
          randomScenario(randomOf(seed)),
          4,
          stressed ? ['worse'] : [],
        );
        expect(disagreements).toEqual([]);
        for (const [name, value] of Object.entries(totals[0]!) as [TotalName, number][]) {
          if (value !== 0) seen.set(name, (seen.get(name) ?? 0) + 1);
        }
      }),
      { seed: 2027, numRuns: 80 },
    );
    // Every figure was there to be compared in many of the scenarios, not only nothing with nothing.
    expect(Math.min(...seen.values())).toBeGreaterThan(15);
    expect(seen.size).toBe(14);
  });
});
