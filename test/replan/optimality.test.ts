import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain.ts';
import { withPast } from '../../src/replan/with-past.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search } from '../../src/runs/search.ts';
import { concaveScenarios, MIXED, sum } from '../properties/concave.ts';
import { runs } from '../properties/settings.ts';
import { feasibleWalk, randomNumbers, scaleOf, solve, worstBreach } from '../properties/solve.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const GAP = 1e-5;
const options = { searchDraws: 32, gap: GAP };
/** Rounding of sums of some hundred terms, taken in another order. */
const ROUNDING = 1e-9;

const longer = concaveScenarios({ ...MIXED, periods: [2, 4] });

/** The search of a plan's rest after these amounts. */
async function again(of: Scenario, spent: readonly (readonly number[])[]) {
  const { model, exceeded } = withPast(
    of,
    compile(of),
    spent.map((row) => Float64Array.from(row)),
  );
  const found = await search(engine, model, options);
  if (!('binding' in found)) throw new Error(`no plan: ${found.status}`);
  return { found, exceeded, spend: found.plan.spend.map((row) => [...row]) };
}

describe('the rest of a running plan', () => {
  it('is the rest of the best plan, when the best plan is what was followed (principle of optimality)', async () => {
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(longer, fc.nat(), async (of, some) => {
        const best = await solve(engine, of, options);
        const past = 1 + (some % (of.horizon.periods - 1));
        const { found, exceeded } = await again(
          of,
          best.spend.map((row) => row.slice(0, past)),
        );
        cut += 1;
        expect(exceeded).toEqual([]);
        const slack = ROUNDING * scaleOf(best);
        // Both searches were asked for the gap, so that they differ by at most twice as much.
        expect(found.lowerBound).toBeGreaterThanOrEqual(best.found.lowerBound - 1.01 * GAP * scaleOf(best) - slack);
        expect(found.lowerBound).toBeLessThanOrEqual(best.found.upperBound + slack);
      }),
      runs(8),
    );
    expect(cut).toBeGreaterThanOrEqual(8);
  });

  it('keeps every limit and is not beaten by any rest within them, after any past within them', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(longer, fc.integer(), fc.nat(), async (of, seed, some) => {
        const whole = compile(of);
        const past = 1 + (some % (of.horizon.periods - 1));
        const walk = feasibleWalk(
          whole,
          whole.channels.map(({ plan }) => [...plan]),
          randomNumbers(seed),
        );
        let start = walk.next().value;
        for (let k = 0; k < 30; k++) start = walk.next().value;
        const { found, spend } = await again(
          of,
          start.map((row) => row.slice(0, past)),
        );
        spend.forEach((row, c) => expect(row.slice(0, past)).toEqual(start[c]!.slice(0, past)));
        // The solver's tolerance on limits.
        expect(worstBreach(whole, spend)).toBeLessThan(1e-7);
        const running = withPast(
          of,
          whole,
          start.map((row) => Float64Array.from(row.slice(0, past))),
        );
        const { goalOf } = await solve(engine, of, { ...options, gap: 0.5 });
        const rests = feasibleWalk(running.model, start, randomNumbers(seed + 1));
        const money = sum(start.flat());
        for (let k = 0; k < 40; k++) {
          const rest = rests.next().value;
          if (worstBreach(running.model, rest) > 1e-12) continue;
          compared += 1;
          expect(goalOf(rest)).toBeLessThanOrEqual(found.upperBound + ROUNDING * (Math.abs(found.upperBound) + money));
        }
        expect(goalOf(spend)).toBeCloseTo(found.lowerBound, 6);
      }),
      runs(6),
    );
    expect(compared).toBeGreaterThan(6 * 20);
  });
});
