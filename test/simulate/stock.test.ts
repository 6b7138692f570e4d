import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Scenario } from '../../src/domain.ts';
import { loadHighs } from '../../src/linear/highs.ts';
import { programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { ScenarioError } from '../../src/errors.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { serve } from '../../src/simulate/conditions/serve.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { figureInBlock } from '../../src/simulate/goal/figure-in-block.ts';
import { figureSums } from '../../src/simulate/goal/goal.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

/** A unit of money brings a customer, who buys one thing. */
const seller = (orderValue: number) =>
  channel({ value: { orderValue: certain(orderValue) }, hours: { goods: { perCustomer: certain(1) } } });

/** 100 things to sell in two periods: a customer of good brings 10, one of poor 2. */
const shop = (own: Partial<Scenario> = {}) =>
  scenario(
    { good: seller(10), poor: seller(2) },
    { horizon: { periods: 2, unit: 'week' }, resources: { goods: { stock: certain(100) } }, ...own },
  );

const SHOP = `
apportion: 1
name: Shop
currency: EUR
horizon: { periods: 2, unit: week }
budget: { atMost: 500 }
value: { orderValue: 10, grossMargin: 100% }
resources: { goods: { stock: 100 } }
channels:
  good: { efficiency: 1, plan: 10, hours: { goods: { perCustomer: 1 } } }
  poor: { efficiency: 1, plan: 10, value: { orderValue: 2 }, hours: { goods: { perCustomer: 1 } } }
`;

function profitOf(of: Scenario) {
  const model = compile(of);
  const [world] = [
    ...conditionsIn(prepareDraws(model, { seed: '', method: 'plain', draws: 1 }, false), { first: 0, count: 1 }),
  ];
  return (good: readonly number[], poor: readonly number[]) => {
    const plan: Plan = { name: '', spend: [Float64Array.from(good), Float64Array.from(poor)] };
    const { cells, gradient } = figureSums(
      model,
      evaluate(model, plan, world!, [true, true]),
      figureInBlock(model, world!, { weights: { profit: 1 } }),
    );
    return { profit: cells.reduce((sum, cell) => sum + cell, 0), gradient: [...gradient] };
  };
}

it('goes first to who comes first, where two sales earn the same', () => {
  const row = (...values: readonly number[]) => Float64Array.from(values);
  const table = (...values: readonly number[]) => values.map((value) => row(value));
  const sale = { need: row(1), profit: row(10), margin: row(10), effect: table(2, 2) };
  // The first is worth half in the first period: it waits for the second, when the other has taken both things.
  const waits = { ...sale, value: [row(0.5), undefined], share: table(0, 0) };
  const comes = { ...sale, value: undefined, share: table(0, 0) };
  const marginal = table(0, 0);
  const runsOut = row(0);
  const supply = { capacity: row(2), fixed: row(0), periods: 2, discount: row(1, 1), marginal, runsOut };
  serve({ users: [waits, comes], ...supply });
  expect([waits.share, comes.share].map((share) => share.map(([part]) => part))).toEqual([
    [0, 0],
    [1, 0],
  ]);
});

describe('a stock for the whole plan', () => {
  const at = profitOf(shop());

  it('is sold where it earns most, whenever that is', () => {
    // 80 good at 10 and 20 of the 60 poor at 2, less the money for all of them.
    expect(at([40, 40], [30, 30]).profit).toBe(800 + 40 - 140);
  });

  it('lets the next good customer take the place of a poor one, and the next poor one go', () => {
    expect(at([40, 40], [30, 30]).gradient).toEqual([10 - 2 - 1, 10 - 2 - 1, -1, -1]);
  });

  it('earns what the best sale of a linear program does, with any discount', async () => {
    const solvers = [await loadHighs()];
    const discounted = (rate: number) =>
      scenario(
        { good: seller(10), poor: seller(9) },
        {
          horizon: { periods: 3, unit: 'week', tail: 0 },
          resources: { goods: { stock: certain(50) } },
          value: { ...shop().value, discountRate: rate },
        },
      );
    const amounts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(amounts, (spend) => {
        const of = discounted(20);
        const { discount } = compile(of);
        const found = profitOf(of)(spend.slice(0, 3), spend.slice(3)).profit;
        const builder = programBuilder('maximize');
        spend.forEach((most, k) =>
          builder.addColumn({ lower: 0, upper: most, cost: (k < 3 ? 10 : 9) * discount[k % 3]! }),
        );
        builder.addRow({ terms: spend.map((_, k) => [k, 1]), upper: 50 });
        const best = solveLinear(builder.build(), solvers);
        if (best.status !== 'optimal') throw new Error(best.status);
        const paid = spend.reduce((sum, amount, k) => sum + amount * discount[k % 3]!, 0);
        expect(Math.abs(found - (best.objective - paid))).toBeLessThan(1e-9 * 2000);
      }),
      { numRuns: 12, seed: 3 },
    );
  });

  it('has no tangent below a plan that does better', () => {
    const spends = [0, 30, 60, 110];
    const plans = spends.flatMap((a) => spends.flatMap((b) => spends.map((c) => [a, b, c, 20] as const)));
    const points = plans.map(([a, b, c, d]) => ({ x: [a, b, c, d], ...at([a, b], [c, d]) }));
    for (const from of points) {
      for (const to of points) {
        const tangent = from.gradient.reduce((sum, slope, k) => sum + slope * (to.x[k]! - from.x[k]!), from.profit);
        expect(tangent).toBeGreaterThanOrEqual(to.profit - 1e-9);
      }
    }
  });

  it('ends what a plan spends, proven: nobody pays for customers who find nothing to buy', async () => {
    const engine = inlineEngine();
    const { optimization, plans } = await optimize(engine, readScenario(SHOP), {
      draws: 64,
      searchDraws: 16,
      gap: 1e-6,
    });
    await engine.close();
    if (optimization === undefined || !('plan' in optimization)) throw new Error('no plan');
    // By hand: 100 good customers for 1 each earn 9 each.
    expect(optimization.gapKind).toBe('proven');
    expect(optimization.lowerBound).toBeCloseTo(900, 3);
    // Goods are no hours.
    expect(plans.at(-1)!.channels[0]!.hours.value).toBe(0);
  });
});

describe('what a file says of supplies', () => {
  const faultsOf = (text: string) => {
    try {
      readScenario(text);
    } catch (error) {
      if (error instanceof ScenarioError) return error.issues.map(({ path }) => path);
      throw error;
    }
    return [];
  };

  it('is one thing: hours or units, for a period or the plan', () => {
    expect(faultsOf(SHOP)).toEqual([]);
    expect(faultsOf(SHOP.replace('stock: 100', 'stock: 100, capacity: 5'))).toEqual(['resources.goods.stock']);
  });

  it('gives units to leads and customers only', () => {
    expect(faultsOf(SHOP.replace('perCustomer: 1 }', 'perCustomer: 1, perPeriod: 2 }'))).toEqual([
      'channels.good.hours.goods.perPeriod',
    ]);
  });
});

describe('units for each period', () => {
  it('are lost when nobody takes them, other than a stock', () => {
    const perPeriod = profitOf(shop({ resources: { goods: { perPeriod: certain(50) } } }));
    // 40 good and 10 poor in each period.
    expect(perPeriod([40, 40], [30, 30]).profit).toBe(800 + 40 - 140);
    // 50 of 80 good ones in the first; none of the second period makes up for it.
    expect(perPeriod([80, 0], [0, 0]).profit).toBe(500 - 80);
    expect(profitOf(shop())([80, 0], [0, 0]).profit).toBe(800 - 80);
  });
});
