import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../src/runs/progress.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';

const engine = engineOfFile();

/** A channel that earns 1 per unit for sure and one that brings more customers, often at a loss; at least 90 of profit with 80 %. */
function model(plan: { readonly sure: number; readonly risky: number }) {
  return compile(
    scenario(
      {
        sure: channel({ plan: [plan.sure] }),
        risky: channel({ efficiency: lognormal(1.3, 1), plan: [plan.risky] }),
      },
      {
        budget: { total: 100 },
        value: { orderValue: certain(2) },
        targets: [{ metric: 'profit', atLeast: 90, probability: 0.8 }],
        goal: { maximize: 'customers' },
      },
    ),
  );
}

/** The best plan when the search is stopped as soon as the one that nobody asked a chance of is proven. */
async function stopped(today: { readonly sure: number; readonly risky: number }) {
  const stop = new AbortController();
  const onProgress = (progress: RunProgress) => {
    if (progress.phase === 'search' && progress.gap < 5e-4) stop.abort();
  };
  const found = await search(engine, model(today), { searchDraws: 1024, signal: stop.signal, onProgress });
  if (!('plan' in found)) throw new Error(found.status);
  expect(stop.signal.aborted).toBe(true);
  return found;
}

describe('a search for a chance that is stopped before it has one', () => {
  it('ends with the plan of today where that keeps all that is asked', async () => {
    const found = await stopped({ sure: 100, risky: 0 });
    // All in the risky one has more customers, 1.3 √e a unit, and a chance of 62 %: that of a normal number above ln(0.95 / 1.3).
    expect(found.plan.spend.map(([amount]) => amount)).toEqual([100, 0]);
    expect(found.wishes[0]!.reached).toBe(1);
    expect(found.lowerBound).toBeCloseTo(100, 9);
    expect(found.upperBound).toBeGreaterThan(180);
  });

  it('ends with the nearest plan where today does not keep it either, and says so', async () => {
    const found = await stopped({ sure: 0, risky: 100 });
    expect(found.wishes[0]!.reached).toBeLessThan(0.7);
  });
});
