import { describe, expect, it } from 'vitest';
import type { Model, Scenario } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchDraws } from '../../src/runs/search.ts';
import { prepareDraws, conditionsIn } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';

/** Of the search, as asked for below. */
const GAP = 1e-3;
const DRAWS = 64;

async function found(of: Scenario) {
  const engine = inlineEngine();
  const result = await search(engine, compile(of), { searchDraws: DRAWS, gap: GAP });
  await engine.close();
  if (!('plan' in result)) throw new Error(result.status);
  return result;
}

/** Steady customers, 1 per unit, with this discount above 80, beside 100 (1 - e^(-b/50)), each worth 2; 100 to spend. */
const discounted = (discount: number) =>
  scenario(
    {
      a: channel({ price: { unit: 'cpa', amount: certain(1), tiers: [{ above: 80, discount }] }, plan: [65] }),
      b: channel({
        efficiency: certain(2),
        response: { curve: 'exponential', parameters: { scale: certain(50) }, points: [], of: 'customers' },
        plan: [35],
      }),
    },
    { budget: { total: 100 }, value: { orderValue: certain(2) } },
  );

describe('a discount for much money', () => {
  it('is taken where it pays, although every step towards it loses', async () => {
    // All in a: 80 + 20 × 3 = 140 customers. Without the discount the best is b = 50 ln 2, a = 65.34: 115.34 customers.
    const result = await found(discounted(2 / 3));
    expect(result).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    expect(result.plan.spend[0]![0]).toBeCloseTo(100, 6);
    expect(result.lowerBound).toBeCloseTo(180, 6);
    expect(result.upperBound).toBeGreaterThanOrEqual(180 - 1e-9);
    expect(result.gap).toBeLessThanOrEqual(GAP);
  });

  it('is left where it does not pay', async () => {
    // All in a: 80 + 20 × 1.25 = 105 customers, less than 115.34.
    const result = await found(discounted(0.2));
    expect(result).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    const best = 2 * (100 - 50 * Math.log(2) + 50) - 100;
    expect(result.lowerBound).toBeLessThanOrEqual(best + 1e-9);
    expect(result.lowerBound).toBeGreaterThanOrEqual(best - GAP * best);
    expect(result.upperBound).toBeGreaterThanOrEqual(best - 1e-9);
  });
});

describe('discounts beside uncertain prices and S-curves', () => {
  const bought = (unit: 'cpc' | 'cpa', median: number) => ({
    unit,
    amount: lognormal(median, 0.3),
    tiers: [
      { above: 30, discount: 0.3 },
      { above: 70, discount: 0.5 },
    ],
  });
  const curves = {
    concave: { curve: 'exponential', parameters: { scale: lognormal(60, 0.2) }, points: [], of: 'customers' },
    'S-shaped': {
      curve: 'hill',
      parameters: { halfSaturation: lognormal(50, 0.2), slope: certain(2) },
      points: [],
      of: 'customers',
    },
  } as const;

  it.each(['concave', 'S-shaped'] as const)('are decided with proof for a %s curve', async (shape) => {
    const of = scenario(
      {
        a: channel({ price: bought('cpa', 0.5), response: curves[shape], plan: [50] }),
        b: channel({ price: bought('cpa', 0.6), response: curves.concave, plan: [50] }),
      },
      { budget: { total: 100 }, value: { orderValue: certain(2) } },
    );
    const result = await found(of);
    const best = bestOnGrid(compile(of), 100);
    expect(result.gapKind).not.toBe('none');
    expect(result.gap).toBeLessThanOrEqual(GAP);
    // No plan of the grid is above the bound; the plan is as good as all of them but for the gap.
    expect(result.upperBound).toBeGreaterThanOrEqual(best - 1e-9 * Math.abs(best));
    expect(result.lowerBound).toBeGreaterThanOrEqual(best - GAP * Math.max(Math.abs(best), 5));
  });
});

/** Largest mean profit over plans on a grid of shares of `budget` in the first of two channels, the rest in the second. */
function bestOnGrid(model: Model, budget: number): number {
  const draws = prepareDraws(model, searchDraws({ searchDraws: DRAWS }), true);
  let best = -Infinity;
  for (let k = 0; k <= 200; k++) {
    const spend = [Float64Array.of((budget * k) / 200), Float64Array.of((budget * (200 - k)) / 200)];
    let sum = 0;
    for (const conditions of conditionsIn(draws, { first: 0, count: DRAWS })) {
      const { totals } = outcomeOf(model, evaluate(model, { name: 'grid', spend }, conditions));
      sum += totals.profit.reduce((total, value) => total + value, 0);
    }
    best = Math.max(best, sum / DRAWS);
  }
  return best;
}
