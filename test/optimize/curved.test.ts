import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programBuilder, type LinearProgram } from '../../src/linear/program.ts';
import { openLinear } from '../../src/linear/solve.ts';
import { dualSimplex } from '../../src/linear/dual-simplex.ts';
import { boxStep } from '../../src/optimize/concave/box-step.ts';
import { partOf, type ConcaveProblem } from '../../src/optimize/concave/concave-problem.ts';
import { fallOfSlopes, fittedCurvature, type Chain } from '../../src/optimize/concave/curvature.ts';
import { curvedStep } from '../../src/optimize/concave/curved-step.ts';
import { pricedStep } from '../../src/optimize/concave/priced-step.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { drawsOf } from '../../src/optimize/asks.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const columns = (...values: number[]) => Float64Array.from(values);

/** Rows over columns that anything may be spent in. */
function rows(count: number, ...limits: readonly { terms: [number, number][]; lower?: number; upper?: number }[]) {
  const builder = programBuilder('maximize');
  for (let k = 0; k < count; k++) builder.addColumn({ lower: 0, upper: 100 });
  for (const limit of limits) builder.addRow(limit);
  return builder.build();
}

const sum = (count: number): [number, number][] => Array.from({ length: count }, (_, k) => [k, 1]);
/** By hand: [1, 0; 0.5, 1] spreads spend over two places, which bend by 1 and 2. */
const chain: Chain = { columns: Int32Array.of(0, 1), weights: columns(1, 0.5) };
const bends = [columns(1, 2)];

describe('a step by how the goal bends', () => {
  it('leads nowhere where the goal is flat', () => {
    const step = curvedStep({
      limits: rows(2, { terms: sum(2), upper: 3 }),
      chains: [chain],
      curvature: [columns(0, 0)],
      from: columns(1, 1),
      slope: columns(0, 0),
      lower: columns(0, 0),
      upper: columns(3, 3),
    });
    expect(step).toBe(undefined);
  });
});

describe('the best point of parabolas within limits', () => {
  const step = (limits: LinearProgram, slope: Float64Array, fall: Float64Array) =>
    pricedStep({
      limits,
      from: slope.map(() => 0),
      slope,
      fall,
      lower: slope.map(() => 0),
      upper: slope.map(() => 3),
    });

  it('has the same slope everywhere: of a budget of 3', () => {
    // 4 - 2.5 = 2 - 0.5 = 1.5, the price of the budget.
    const { to, prices } = step(rows(2, { terms: sum(2), lower: 3, upper: 3 }), columns(4, 2), columns(1, 1))!;
    expect([...to, ...prices].map((value) => Number(value.toFixed(9)))).toEqual([2.5, 0.5, 1.5]);
  });

  it('pays nothing for a limit that is not met, and ends at the bounds', () => {
    const { to, prices } = step(rows(2, { terms: sum(2), upper: 50 }), columns(4, 2), columns(1, 1))!;
    expect([...to, ...prices]).toEqual([3, 2, 0]);
  });

  it('keeps limits that say almost the same', () => {
    const nearly: [number, number][] = [
      [0, 1.01],
      [1, 1],
      [2, 0.99],
    ];
    const limits = rows(3, { terms: sum(3), lower: 6, upper: 6 }, { terms: nearly, upper: 6.01 });
    // Of 6 alone (3, 2, 1), where the second row is 6.02; (1, 0, -1) changes it by 0.02: half of that is too much.
    const { to, prices } = step(limits, columns(4, 3, 2), columns(1, 1, 1))!;
    // A row is kept to 1e-9 of its terms, and a price is a hundred times what is missed, in both directions.
    [2.5, 2, 1.5].forEach((value, k) => expect(Math.abs(to[k]! - value)).toBeLessThan(1e-6));
    expect(Math.abs(prices[0]! + 49) + Math.abs(prices[1]! - 50)).toBeLessThan(1e-3);
  });

  it('fulfils the conditions of Karush, Kuhn and Tucker for limits that share columns', () => {
    const numbers = fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 6, maxLength: 6 });
    let settled = 0;
    fc.assert(
      fc.property(numbers, numbers, fc.double({ min: 2, max: 10, noNaN: true }), (slopes, falls, budget) => {
        const [slope, fall] = [Float64Array.from(slopes), Float64Array.from(falls)];
        const limits = rows(
          6,
          { terms: sum(6), lower: budget, upper: budget },
          { terms: [[0, 1] as [number, number], [1, 1], [2, 1]], upper: budget / 3 },
          { terms: [[0, 1] as [number, number], [5, -0.5]], lower: 0 },
        );
        const found = step(limits, slope, fall);
        if (found === undefined) return;
        settled += 1;
        const { to, prices } = found;
        const [all, three, ratio] = [to.reduce((a, b) => a + b, 0), to[0]! + to[1]! + to[2]!, to[0]! - to[5]! / 2];
        expect(Math.abs(all - budget)).toBeLessThan(1e-8);
        expect(three).toBeLessThan(budget / 3 + 1e-8);
        expect(ratio).toBeGreaterThan(-1e-8);
        expect(prices[1]!).toBeGreaterThanOrEqual(0);
        expect(prices[2]!).toBeLessThanOrEqual(0);
        expect(Math.abs(prices[1]! * (three - budget / 3))).toBeLessThan(1e-6);
        expect(Math.abs(prices[2]! * ratio)).toBeLessThan(1e-6);
        to.forEach((x, k) => {
          const charged =
            prices[0]! + (k < 3 ? prices[1]! : 0) + (k === 0 ? prices[2]! : k === 5 ? -prices[2]! / 2 : 0);
          const left = slope[k]! - fall[k]! * x - charged;
          expect(x > 1e-9 || left <= 1e-6).toBe(true);
          expect(x < 3 - 1e-9 || left >= -1e-6).toBe(true);
          expect(x <= 1e-9 || x >= 3 - 1e-9 || Math.abs(left) < 1e-6).toBe(true);
        });
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(settled).toBeGreaterThan(80);
  });
});

describe('a goal that bends with what works in each period', () => {
  it('is at its top where the inverse of its second derivatives leads', () => {
    // [1.5, 1; 1, 2]⁻¹ · (1, 1) = (0.5, 0.25).
    const found = curvedStep({
      limits: rows(2),
      chains: [chain],
      curvature: bends,
      from: columns(0, 0),
      slope: columns(1, 1),
      lower: columns(-5, -5),
      upper: columns(5, 5),
    })!;
    // Inner steps end when they add a ten-thousandth of the gain, half of slope · step; a hundredth of the way, that is.
    expect(found.promised).toBeGreaterThan(0.375 * (1 - 2e-4));
    expect(found.promised).toBeLessThanOrEqual(0.375);
    expect(Math.abs(found.to[0]! - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(found.to[1]! - 0.25)).toBeLessThan(0.01);
  });

  it('is learnt from how slopes change', () => {
    const step = columns(2, 3);
    const fall = fallOfSlopes([chain], bends, step);
    expect([...fall]).toEqual([2 + 0.5 * 2 * 4, 2 * 4]);
    const learnt = fittedCurvature([chain], undefined, step, fall);
    const again = fallOfSlopes([chain], learnt, step);
    // A dozen rounds leave less than a hundredth.
    fall.forEach((value, k) => expect(Math.abs(again[k]! / value - 1)).toBeLessThan(0.01));
  });
});

describe('a rehearsal', () => {
  const worth = [6, 5, 4, 3];
  const budget = 10;
  /** The sum of worth × ln(1 + x) with 1 + x in proportion to worth: 14 to spread over 18. */
  const best = worth.reduce((sum, own) => sum + own * Math.log((14 / 18) * own), 0);

  function problem(rehearsedWorth: readonly number[]): ConcaveProblem {
    const builder = programBuilder('maximize');
    for (let k = 0; k < 4; k++) builder.addColumn({ lower: 0, upper: budget });
    builder.addRow({ terms: sum(4), upper: budget });
    const at = (worths: readonly number[]) => (x: Float64Array) =>
      Promise.resolve([
        {
          value: worths.reduce((total, own, k) => total + own * Math.log(1 + x[k]!), 0),
          slope: x.map((value, k) => worths[k]! / (1 + value)),
        },
      ]);
    return {
      limits: builder.build(),
      functions: [{ columns: Int32Array.of(0, 1, 2, 3) }],
      parts: [partOf(0)],
      guards: [],
      chains: Array.from({ length: 4 }, (_, k) => ({ columns: Int32Array.of(k), weights: columns(1) })),
      evaluate: at(worth),
      rehearse: at(rehearsedWorth),
    };
  }

  it.each([
    ['that is much the same', [6.1, 5, 3.9, 3.1]],
    ['that leads elsewhere', [0.1, 0.5, 9, 40]],
  ])('%s leaves the best plan and its proof as they are', async (_, rehearsedWorth) => {
    const found = await boxStep({
      problem: problem(rehearsedWorth),
      openMaster: (program) => openLinear(program, [dualSimplex()]),
      start: columns(2.5, 2.5, 2.5, 2.5),
      radius: 0.15,
      tolerance: 1e-4,
      maxIterations: 200,
      scale: (value) => Math.abs(value),
    });
    expect(found.gap).toBeLessThanOrEqual(1e-4);
    expect(found.bound).toBeGreaterThanOrEqual(best);
    expect(found.best.value).toBeGreaterThanOrEqual(best * (1 - 1e-4));
    expect(found.best.value).toBeLessThanOrEqual(best * (1 + 1e-12));
  });
});

describe('a guard that holds the goal back', () => {
  const worth = [6, 5, 4, 3, 2.5, 2, 1.5, 1];
  const needed = worth.toReversed();
  const budget = 20;
  /** Less what a customer costs, as in a limit on CAC: 46 of the former. */
  const cost = 0.8;
  const least = 46 - cost * budget;
  /** Of the sum of worth × ln(1 + x), where that of needed × √(1 + x) is at least 46: by SciPy's SLSQP to 1e-15. */
  const best = 32.26618690384048;

  /** Evaluations until the plan is proven to a hundred-thousandth. */
  async function evaluations(isKnownToBend: boolean): Promise<number> {
    const builder = programBuilder('maximize');
    for (const _ of worth) builder.addColumn({ lower: 0, upper: budget });
    builder.addRow({ terms: sum(8), lower: budget, upper: budget });
    const all = Int32Array.from(worth, (_, k) => k);
    let count = 0;
    const problem: ConcaveProblem = {
      limits: builder.build(),
      functions: [{ columns: all }, { columns: all }],
      parts: [partOf(0)],
      guards: [{ of: 1, least }],
      ...(isKnownToBend ? { chains: worth.map((_, k) => ({ columns: Int32Array.of(k), weights: columns(1) })) } : {}),
      evaluate(x) {
        count += 1;
        const total = (of: (value: number, k: number) => number) => x.reduce((sum, value, k) => sum + of(value, k), 0);
        return Promise.resolve([
          {
            value: total((value, k) => worth[k]! * Math.log(1 + value)),
            slope: x.map((value, k) => worth[k]! / (1 + value)),
          },
          {
            value: total((value, k) => needed[k]! * Math.sqrt(1 + value) - cost * value),
            slope: x.map((value, k) => needed[k]! / (2 * Math.sqrt(1 + value)) - cost),
          },
        ]);
      },
    };
    const found = await boxStep({
      problem,
      openMaster: (program) => openLinear(program, [dualSimplex()]),
      // All in the first, which breaks the guard, and a point at which it holds with room.
      start: columns(20, 0, 0, 0, 0, 0, 0, 0),
      inside: columns(1, 1, 1, 1, 2, 3, 4, 7),
      radius: 0.15,
      tolerance: 1e-5,
      maxIterations: 200,
      scale: (value) => Math.abs(value),
    });
    expect(found.gap).toBeLessThanOrEqual(1e-5);
    expect(found.bound).toBeGreaterThanOrEqual(best * (1 - 1e-9));
    expect(found.best.value).toBeGreaterThanOrEqual(best * (1 - 1e-5));
    // A guard counts as held where a billionth of it is missing, and so much is worth no more.
    expect(found.best.value).toBeLessThanOrEqual(best * (1 + 1e-7));
    expect(found.best.points[1]!.value).toBeGreaterThanOrEqual(least * (1 - 1e-9));
    return count;
  }

  it('is reached in half the evaluations by steps that bend with it', async () => {
    const [tangents, curved] = [await evaluations(false), await evaluations(true)];
    expect(curved).toBeLessThan(tangents / 2);
  });
});

describe('the few draws of a rehearsal', () => {
  it('are the first of all, where there are many', async () => {
    const model = compile(scenario({ one: channel({ efficiency: uniform(1, 2) }) }));
    const engine = inlineEngine();
    const { simulator } = searchGround(engine, [model], { searchDraws: 4096 });
    const customers = { weights: { customers: 1 } };
    const all = await drawsOf(simulator, todaysPlan(model), customers);
    const few = await drawsOf(simulator.few!, todaysPlan(model), customers);
    expect([all.length, few.length]).toEqual([4096, 512]);
    expect(few).toEqual(all.slice(0, 512));
    expect(searchGround(engine, [model], { searchDraws: 1024 }).simulator.few).toBe(undefined);
    await engine.close();
  });
});

describe('a search of many smooth channels', () => {
  it('needs a handful of evaluations where tangents alone need dozens', async () => {
    const channels = Array.from({ length: 8 }, (_, c) =>
      channel({
        efficiency: uniform(1 + 0.3 * c, 2 + 0.3 * c),
        response: {
          curve: 'exponential',
          parameters: { scale: uniform(60 + 10 * c, 120 + 10 * c) },
          points: [],
          of: 'customers',
        },
        carryover: { curve: 'geometric', parameters: { retention: uniform(0.1, 0.4 + 0.05 * c) }, normalize: true },
        plan: Array.from({ length: 8 }, () => 50),
      }),
    );
    const model = compile(
      scenario(Object.fromEntries(channels.map((own, c) => [`c${c}`, own])), {
        horizon: { periods: 8, unit: 'week' },
        budget: { total: 3200 },
        goal: { maximize: 'customers', risk: { worst: 0.1, weight: 0.5 } },
      }),
    );
    const engine = inlineEngine();
    const some = await search(engine, model, { searchDraws: 256, gap: 1e-3 });
    const many = await search(engine, model, { searchDraws: 4096, gap: 1e-3 });
    await engine.close();
    if (!('plan' in some) || !('plan' in many)) throw new Error(`${some.status}, ${many.status}`);
    expect(Math.max(some.gap, many.gap)).toBeLessThan(1e-3);
    // Tangents alone: 26.
    expect(some.simulations).toBeLessThan(12);
    // The way there is found on the first draws.
    expect(many.simulations).toBeLessThan(6);
  });

  it('needs few where curves bend upwards in some draws, too', async () => {
    const channels = Array.from({ length: 6 }, (_, c) =>
      channel({
        efficiency: uniform(2 + 0.4 * c, 3 + 0.4 * c),
        response: {
          curve: 'hill',
          parameters: { halfSaturation: uniform(60 + 10 * c, 120 + 10 * c), slope: uniform(0.8, 1.05) },
          points: [],
          of: 'customers',
        },
        carryover: { curve: 'geometric', parameters: { retention: uniform(0.1, 0.4 + 0.05 * c) }, normalize: true },
        plan: Array.from({ length: 8 }, () => 50),
        hours: { team: { perLead: certain(0), perCustomer: uniform(0.5, 1), perPeriod: certain(0) } },
      }),
    );
    const model = compile(
      scenario(Object.fromEntries(channels.map((own, c) => [`c${c}`, own])), {
        horizon: { periods: 8, unit: 'week' },
        budget: { total: 2400 },
        resources: { team: { capacity: uniform(380, 420), hourlyCost: certain(0) } },
        goal: { maximize: 'profit' },
      }),
    );
    const engine = inlineEngine();
    const found = await search(engine, model, { searchDraws: 256, gap: 1e-3 });
    await engine.close();
    if (!('plan' in found)) throw new Error(found.status);
    expect(found.gap).toBeLessThan(1e-3);
    // With tangents alone: 172.
    expect(found.simulations).toBeLessThan(120);
  });
});
