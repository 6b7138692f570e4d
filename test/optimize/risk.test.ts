import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Goal, Optimization, Scenario, Target } from '../../src/domain.ts';
import { tailWeights } from '../../src/optimize/wishes/tail-weights.ts';
import { optimize } from '../../src/runs/run.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario, uncertain } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

async function solve(of: Scenario, options: { searchDraws?: number; gap?: number } = {}): Promise<Optimization> {
  const report = await optimize(
    engine,
    { scenario: of, echo: [] },
    { searchDraws: 1024, draws: 512, gap: 1e-5, ...options },
  );
  return report.optimization!;
}

function planOf(found: Optimization) {
  if (!('plan' in found)) throw new Error(`no plan: ${found.status}`);
  return { ...found, totals: found.plan.spend.map((spend) => spend.reduce((sum, amount) => sum + amount, 0)) };
}

const exponential = (ceiling: number, scale: number, more: Partial<Channel> = {}): Channel => {
  const { efficiency: _, ...bare } = channel();
  const response = {
    curve: 'exponential',
    parameters: { scale: certain(scale) },
    points: [],
    of: 'customers' as const,
    ceiling: certain(ceiling),
  };
  return { ...bare, plan: [10], response, ...more };
};

const known = (id: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/known-answers/optimizer/${id}.json`, import.meta.url), 'utf8'));

describe('the worst share of draws', () => {
  it('has the draw on its edge in part (KA15)', () => {
    const { losses, alpha, optimum } = known('KA15-cvar-estimator');
    const profits = Float64Array.from(losses as number[], (loss) => -loss);
    const weights = tailWeights(profits, 1 - alpha);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 15);
    expect(weights.reduce((sum, weight, i) => sum + weight * profits[i]!, 0)).toBeCloseTo(-optimum.cvar, 14);
  });

  it('is the lowest of all where many are alike', () => {
    // 0 to 96, each ten times and in no order: 970 values, of which a tenth is 0 to 8 ten times and 9 seven times.
    const values = Float64Array.from({ length: 970 }, (_, i) => (i * 37) % 97);
    const weights = tailWeights(values, 0.1);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 13);
    expect(weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0)).toBeCloseTo((10 * 36 + 7 * 9) / 97, 12);
    expect(weights.filter((weight) => weight > 0)).toHaveLength(97);
  });
});

/** KA17: a safe channel that brings 1.1 for 1, a bold one that brings 1.3 ± 0.25; 100 to split. */
function safeAndBold(goal: Goal): Scenario {
  const bold = uncertain({ family: 'normal', parameters: { mean: 1.3, sd: 0.25 } });
  return scenario(
    { safe: channel({ efficiency: certain(1.1), plan: [50] }), bold: channel({ efficiency: bold, plan: [50] }) },
    { budget: { total: 100 }, goal },
  );
}
/** Mean of the worst tenth of a standard normal: density at its 10 % quantile over 0.1 (SciPy: norm.pdf(norm.ppf(.1))/.1). */
const WORST_TENTH = -1.7549833193248685;
const worstTenth = (bold: number) => 0.1 * (100 - bold) + (0.3 + 0.25 * WORST_TENTH) * bold;

describe('a limit on the worst cases', () => {
  it('is kept exactly on the search draws, with its price (KA17)', async () => {
    const limit = 5;
    const found = planOf(
      await solve(safeAndBold({ maximize: 'profit', risk: { worst: 0.1, atLeast: limit } }), { searchDraws: 16_384 }),
    );
    expect(found.status).toBe('optimal');
    // By hand: worstTenth(x) = 10 - 0.2387 x = 5; the mean is 10 + 0.2 x. The tail mean of 16,384 Sobol' draws of a normal
    // is right to 1e-4 of its size, and so is x.
    const bold = (10 - limit) / -(worstTenth(1) - worstTenth(0));
    expect(Math.abs(found.totals[1]! - bold)).toBeLessThan(1e-3 * bold);
    expect(found.totals[1]!).toBeCloseTo(known('KA17-cvar-normal').optimum.allocation[1], 1);
    const [wish] = found.wishes;
    expect(wish!.reached).toBeGreaterThanOrEqual(limit - 1e-6);
    expect(wish!.reached).toBeLessThan(limit + 1e-3);
    // One more in the worst tenth costs 0.2 / 0.2387 of the mean.
    expect(Math.abs(wish!.worth - 0.2 / (worstTenth(1) - worstTenth(0)))).toBeLessThan(2e-3);
  });

  it('that no plan can keep is said with the best that one can', async () => {
    const found = await solve(safeAndBold({ maximize: 'profit', risk: { worst: 0.1, atLeast: 12 } }));
    if (found.status !== 'unreachable') throw new Error(found.status);
    // By hand: all in the safe channel brings 10 for certain.
    expect(found.reached).toBeCloseTo(10, 6);
    expect(found.bound).toBeCloseTo(10, 3);
    expect(found.boundKind).toBe('proven');
    expect(found.asked).toBe(12);
    expect(found.nearest.spend.map(([amount]) => amount)).toEqual([100, 0]);
  });

  it('against today is kept draw by draw: regret', async () => {
    const goal: Goal = { maximize: 'profit', risk: { worst: 0.1, atLeast: -2, of: 'gain over today' } };
    const found = planOf(await solve(safeAndBold(goal), { searchDraws: 16_384 }));
    // By hand: today is half and half; the gain of moving d to the bold channel is d (0.2 + 0.25 z), whose worst tenth is
    // -0.2387 d = -2.
    const moved = 2 / 0.23874582983;
    expect(Math.abs(found.totals[1]! - 50 - moved)).toBeLessThan(2e-3 * (50 + moved));
  });
});

describe('risk in the goal', () => {
  it('moves from bold to safe where the weight of the worst cases outweighs the mean', async () => {
    // By hand: one unit from safe to bold adds 0.2 (1 - w) - 0.2387 w, which is nothing at w = 0.4558.
    const at = async (weight: number) =>
      planOf(await solve(safeAndBold({ maximize: 'profit', risk: { worst: 0.1, weight } }))).totals;
    expect(await at(0.44)).toEqual([0, 100]);
    expect(await at(0.47)).toEqual([100, 0]);
    expect(await at(1)).toEqual([100, 0]);
  });
});

describe('a target', () => {
  it('on the cost of a customer limits a free budget to its root (KA19)', async () => {
    const { optimum, tolerance, target } = known('KA19-cpa');
    const targets: readonly Target[] = [{ metric: 'cacCash', atMost: target.cpaMax }];
    const found = planOf(
      await solve(
        scenario(
          { only: exponential(200, 60, { limits: { max: 1000 } }) },
          { budget: { flexible: true }, goal: { maximize: 'customers' }, targets },
        ),
      ),
    );
    expect(found.gapKind).toBe('proven');
    expect(Math.abs(found.lowerBound - optimum.objective)).toBeLessThan(tolerance.objectiveRel * optimum.objective);
    expect(Math.abs(found.totals[0]! - optimum.allocation[0])).toBeLessThan(tolerance.allocationAbs);
    expect(found.wishes[0]!.reached).toBeCloseTo(target.cpaMax, 4);
  });

  it('on return is met with equality where more spend earns more profit', async () => {
    // By hand: 300 (1 - exp(-x / 100)) = 1.5 x at x = 159.36 (KA19 scaled: 2 (1 - e^-u) = u, u = 1.5936).
    const found = planOf(
      await solve(
        scenario(
          { only: exponential(300, 100) },
          {
            budget: { flexible: true },
            goal: { maximize: 'customers' },
            value: { orderValue: certain(1) },
            targets: [{ metric: 'roas', atLeast: 1.5 }],
          },
        ),
      ),
    );
    expect(found.totals[0]!).toBeCloseTo(159.362, 1);
    expect(found.wishes[0]!.reached).toBeCloseTo(1.5, 4);
  });

  it('on customers is bought as cheaply as it can be', async () => {
    // By hand: marginal customers per unit are equal: 2 exp(-x/100) = exp(-y/100), so y = x - 100 ln 2 where both are used;
    // 200 (1 - e^-x/100) + 100 (1 - e^-y/100) = 180: e^-y/100 = 2 e^-x/100, 300 - 400 e^-x/100 = 180, x = 100 ln(10/3).
    const found = planOf(
      await solve(
        scenario(
          { a: exponential(200, 100), b: exponential(100, 100) },
          {
            budget: { flexible: true },
            goal: { maximize: 'profit', minimize: 'spend' },
            targets: [{ metric: 'customers', atLeast: 180 }],
          },
        ),
        { gap: 1e-6 },
      ),
    );
    const a = 100 * Math.log(10 / 3);
    const b = a - 100 * Math.log(2);
    expect(found.status).toBe('optimal');
    expect(Math.abs(-found.lowerBound - (a + b))).toBeLessThan(1e-5 * (a + b));
    // One more customer costs what the last one did: e^(y/100) units.
    expect(Math.abs(found.wishes[0]!.worth + Math.exp(b / 100))).toBeLessThan(0.01);
  });

  it('beyond the ceilings of all curves is unreachable', async () => {
    const found = await solve(
      scenario(
        { a: exponential(200, 100), b: exponential(100, 100) },
        {
          budget: { atMost: 400 },
          goal: { maximize: 'profit' },
          targets: [{ metric: 'customers', atLeast: 290 }],
        },
      ),
    );
    if (found.status !== 'unreachable') throw new Error(found.status);
    // By hand: x + y = 400, y = x - 100 ln 2: x = 234.66, y = 165.34: 300 - 2 × 200 e^-2.3466 = 261.7.
    const x = 200 + 50 * Math.log(2);
    expect(found.reached).toBeCloseTo(300 - 400 * Math.exp(-x / 100), 2);
    expect(found.bound).toBeLessThan(262);
    expect(found.boundKind).toBe('proven');
  });
});

describe('the worst of several worlds', () => {
  it('is made as large as possible: spend is spread so that no stress hurts most', async () => {
    const switchOff = (name: string) => ({ multiply: [], switchOff: [name] });
    const found = planOf(
      await solve(
        scenario(
          { a: exponential(200, 100), b: exponential(160, 100) },
          {
            budget: { total: 200 },
            goal: { maximize: 'customers', worstOf: ['a-off', 'b-off'] },
            stresses: { 'a-off': switchOff('a'), 'b-off': switchOff('b') },
          },
        ),
      ),
    );
    // By hand: without a, b brings 160 (1 - e^-y/100); without b, a brings 200 (1 - e^-x/100); the smaller is largest
    // where they are equal (y is above x): solved by bisection below.
    let [low, high] = [0, 200];
    for (let k = 0; k < 60; k++) {
      const x = (low + high) / 2;
      if (200 * (1 - Math.exp(-x / 100)) < 160 * (1 - Math.exp(-(200 - x) / 100))) low = x;
      else high = x;
    }
    expect(found.totals[0]!).toBeCloseTo(low, 1);
    expect(Math.abs(found.lowerBound - 200 * (1 - Math.exp(-low / 100)))).toBeLessThan(1e-4 * found.lowerBound);
    expect(found.status).toBe('optimal');
  });
});

describe('a mix of figures', () => {
  it('counts each by its weight', async () => {
    // By hand: a customer counts 1 as profit before spend and 2 more: 3 × 100 (1 - e^-x/100) - x is largest at 100 ln 3.
    const found = planOf(
      await solve(
        scenario(
          { only: exponential(100, 100) },
          { budget: { flexible: true }, goal: { maximize: 'profit', plus: { customers: 2 } } },
        ),
      ),
    );
    expect(Math.abs(found.totals[0]! - 100 * Math.log(3))).toBeLessThan(0.5);
    expect(Math.abs(found.lowerBound - (200 - 100 * Math.log(3)))).toBeLessThan(1e-3);
  });
});

describe('a chance', () => {
  /** A safe channel that brings 1.1 for 1 and a bold one that brings 1.3 ± 0.25, 100 to split: profit 10 + x (0.2 + 0.25 z). */
  const chanceOf = (bold: number, least: number) => normal((10 + 0.2 * bold - least) / (0.25 * bold));
  /** P(Z <= z) by Simpson's rule, for values by hand. */
  function normal(z: number): number {
    const steps = 2000;
    const h = (z + 10) / steps;
    let sum = 0;
    for (let k = 0; k <= steps; k++) {
      const x = -10 + k * h;
      sum += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * Math.exp((-x * x) / 2);
    }
    return (sum * h) / 3 / Math.sqrt(2 * Math.PI);
  }

  it('that a target asks for is kept by the boldest plan that has it', async () => {
    const base = safeAndBold({ maximize: 'profit' });
    const found = planOf(
      await solve(
        { ...base, targets: [{ metric: 'profit', atLeast: 6, probability: 0.9 }] },
        { searchDraws: 16_384, gap: 1e-4 },
      ),
    );
    // By hand: (4 + 0.2 x) / (0.25 x) = 1.28155 (SciPy: norm.ppf(.9)), so x = 4 / (0.25 × 1.28155 - 0.2) = 33.227.
    const bold = 4 / (0.25 * 1.2815515655446004 - 0.2);
    expect(chanceOf(bold, 6)).toBeCloseTo(0.9, 6);
    const [wish] = found.wishes;
    expect(wish!.reached).toBeGreaterThanOrEqual(0.9);
    // A search: it ends within a hundredth of the chance, which is 1.2 units of the bold channel here.
    expect(wish!.reached).toBeLessThan(0.91);
    expect(Math.abs(found.totals[1]! - bold)).toBeLessThan(1.5);
    expect(found.upperBound).toBeGreaterThan(found.lowerBound);
    expect(found.status).toBe('best found');
  });

  it('is made as large as possible where it is the goal', async () => {
    // By hand: (10 + 0.2 x - 15) / (0.25 x) = 0.8 - 20 / x rises with x: all in the bold channel, 0.6 standard deviations.
    const found = planOf(await solve(safeAndBold({ maximize: 'profit', chanceOf: 15 }), { searchDraws: 4096 }));
    expect(found.totals[1]!).toBeCloseTo(100, 0);
    // 4,096 Sobol' draws know a chance to about a thousandth.
    expect(Math.abs(found.lowerBound - chanceOf(100, 15))).toBeLessThan(2e-3);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven', upperBound: found.lowerBound });
  });

  it('is sought without a proof of where the search begins', async () => {
    const curve = (efficiency: number, scale: number) =>
      channel({
        efficiency: lognormal(efficiency, 0.3),
        response: {
          curve: 'hill',
          parameters: { halfSaturation: certain(scale), slope: certain(2) },
          points: [],
          of: 'customers',
        },
        carryover: { curve: 'geometric', parameters: { retention: certain(0.4) }, normalize: true },
        plan: [20, 20, 20, 20],
      });
    const of = scenario(
      { a: curve(3, 30), b: curve(2.5, 20), c: curve(2, 15) },
      {
        horizon: { periods: 4, unit: 'month', tail: 0 },
        budget: { total: 240 },
        goal: { maximize: 'profit', chanceOf: 150 },
      },
    );
    const found = planOf(await solve(of, { searchDraws: 64 }));
    // With starts proven to 0.05 % each, 57,582 simulations led to a chance of 63 of the 64 draws.
    expect(found.lowerBound).toBeGreaterThanOrEqual(63 / 64);
    expect(found.simulations).toBeLessThan(1_000);
  });

  it('of customers with the least spend is bounded by what it asks of means', async () => {
    const efficiency = uncertain({ family: 'uniform', parameters: { low: 0.5, high: 1.5 } });
    // Beside a channel that works for it, if it did anything, draws cannot be counted.
    const idle = channel({ efficiency: certain(0), halo: { only: certain(0.001) }, limits: { max: 1 } });
    const of = scenario(
      { only: channel({ efficiency, plan: [100] }), idle },
      {
        budget: { atMost: 400 },
        goal: { maximize: 'profit', minimize: 'spend' },
        targets: [{ metric: 'customers', atLeast: 100, probability: 0.8 }],
      },
    );
    const found = planOf(await solve(of, { searchDraws: 1024 }));
    // By hand: 80 % of draws bring 0.7 customers or more for each unit, so that 100 / 0.7 is needed. The mean, 1 for each unit, has to be 80.
    expect(Math.abs(found.lowerBound + 100 / 0.7)).toBeLessThan(1);
    // The bound is that of 1,024 draws, evenly spread: their mean is 1 to a thousandth or so.
    expect(Math.abs(found.upperBound + 80)).toBeLessThan(0.5);
  });

  it('that no plan has in any draw comes with the plan that gets furthest in one', async () => {
    const found = planOf(await solve(safeAndBold({ maximize: 'profit', chanceOf: 1000 })));
    expect(found.lowerBound).toBe(0);
    // By hand: 10 + x (0.2 + 0.25 z) rises with x in any draw in which the bold channel does better than the safe one.
    expect(found.totals[1]!).toBeCloseTo(100, 0);
  });

  it('of all draws is one that the worst draw has, too', async () => {
    const base = safeAndBold({ maximize: 'profit' });
    const found = planOf(await solve({ ...base, targets: [{ metric: 'profit', atLeast: 6, probability: 1 }] }));
    expect(found.wishes[0]!).toMatchObject({ asked: 1, reached: 1 });
    expect(found.totals[1]!).toBeGreaterThan(0);
  });

  it('that no plan has is said with the best one', async () => {
    const base = safeAndBold({ maximize: 'profit' });
    const found = await solve({ ...base, targets: [{ metric: 'profit', atLeast: 15, probability: 0.9 }] });
    if (found.status !== 'unreachable') throw new Error(found.status);
    expect(found.asked).toBe(0.9);
    expect(Math.abs(found.reached - chanceOf(100, 15))).toBeLessThan(0.01);
    expect(found).toMatchObject({ bound: found.reached, boundKind: 'proven' });
  });
});

describe('a target on the return of the next unit', () => {
  it('ends spend where it is reached', async () => {
    // By hand: 200 (1 - e^-x/100) brings 2 e^-x/100 for the next unit: 1.25 at x = 100 ln 1.6.
    const found = planOf(
      await solve(
        scenario(
          { only: exponential(200, 100) },
          {
            budget: { atMost: 500 },
            goal: { maximize: 'customers' },
            value: { orderValue: certain(1) },
            targets: [{ metric: 'marginalRoas', atLeast: 1.25 }],
          },
        ),
      ),
    );
    expect(found.totals[0]).toBeCloseTo(100 * Math.log(1.6), 6);
    expect(found.wishes[0]!.reached).toBeCloseTo(1.25, 6);
  });
});
