import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { cornersOf, cutAt, heightAt, withLines, type ColumnBound } from '../../src/optimize/branch/column-bound.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario, uniform } from '../support/scenario.ts';
import { runs } from '../properties/settings.ts';
import { mean, simulator, solve, type Solved, type Spend } from '../properties/solve.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

describe('an upper bound by intervals', () => {
  const lines = fc.array(fc.record({ at: between(0, 10), value: between(0, 10), slope: between(-2, 4) }), {
    minLength: 1,
    maxLength: 4,
  });

  it('is the way from corner to corner in each of its intervals, for several functions at once', () => {
    fc.assert(
      fc.property(lines, lines, lines, lines, between(2, 8), (first, second, left, right, at) => {
        let bound: ColumnBound = [{ from: 0, to: 10, lines: [first, second], bent: false }];
        bound = cutAt(bound, 0, at);
        bound = withLines(bound, 0, [left[0]!, right[0]!], false);
        bound = withLines(bound, 1, [right.at(-1)!, left.at(-1)!], false);
        for (const interval of bound) {
          const corners = cornersOf(interval);
          expect(corners[0]!.x).toBe(interval.from);
          expect(corners.at(-1)!.x).toBe(interval.to);
          for (let k = 0; k <= 50; k++) {
            const x = interval.from + (k / 50) * (interval.to - interval.from);
            const next = Math.max(
              1,
              corners.findIndex((corner) => corner.x >= x),
            );
            const [before, after] = [corners[next - 1]!, corners[next]!];
            const share = (x - before.x) / (after.x - before.x);
            interval.lines.forEach((own, of) => {
              const least = Math.min(...own.map(({ at: where, value, slope }) => value + slope * (x - where)));
              expect(before.heights[of]! + share * (after.heights[of]! - before.heights[of]!)).toBeCloseTo(least, 9);
              expect(heightAt([interval], x, of)).toBeCloseTo(least, 9);
            });
          }
        }
      }),
      runs(200),
    );
  });
});

const BUDGET = 100;
const STEPS = 50;

/** The best plan on a grid that spends the whole budget, by a dynamic program over columns: the goal is a sum of functions of one column each. */
function bestOnGrid({ goalOf, model }: Solved, most: readonly number[]): number {
  const cells = model.channels.length * model.periods;
  const planWith = (cell: number, amount: number) =>
    model.channels.map((_, c) =>
      Array.from({ length: model.periods }, (_unused, t) => (c * model.periods + t === cell ? amount : 0)),
    );
  const nothing = goalOf(planWith(-1, 0));
  let best = new Float64Array(STEPS + 1).fill(-Infinity, 1);
  for (let cell = 0; cell < cells; cell++) {
    const gains = Array.from({ length: STEPS + 1 }, (_, k) => {
      const amount = (k * BUDGET) / STEPS;
      return amount > most[cell]! ? -Infinity : goalOf(planWith(cell, amount)) - nothing;
    });
    best = best.map((_, total) => {
      let most = -Infinity;
      for (let k = 0; k <= total; k++) most = Math.max(most, best[total - k]! + gains[k]!);
      return most;
    });
  }
  return nothing + best[STEPS]!;
}

describe('a goal that is a sum over channels and periods', () => {
  const shapes = fc.record({
    efficiency: between(1, 3),
    scale: between(8, 60),
    slope: between(1.3, 5),
    spread: between(0.05, 0.5),
    most: between(0.5, 1),
    curve: fc.constantFrom('hill', 'adbudg', 'exponential'),
  });
  const problems = fc.record({
    shapes: fc.array(shapes, { minLength: 2, maxLength: 4 }),
    periods: fc.constantFrom(1, 1, 2),
  });

  it('is as large as any plan on a grid can make it, within its proven gap', { timeout: 60_000 }, async () => {
    let [checked, bent] = [0, 0];
    await fc.assert(
      fc.asyncProperty(problems, async ({ shapes: own, periods }) => {
        const of = scenarioOf(own, periods);
        const solved = await solve(engine, of, { searchDraws: 64, gap: 1e-3 });
        const { found, goalOf, spend } = solved;
        expect(found.status).toBe('optimal');
        expect(found.gapKind).toBe('proven');
        expect(found.gap).toBeLessThanOrEqual(1e-3);
        expect(goalOf(spend)).toBeCloseTo(found.lowerBound, 6);
        const most = own.flatMap((one) => Array.from({ length: periods }, () => one.most * BUDGET));
        const grid = bestOnGrid(solved, most);
        expect(grid).toBeLessThanOrEqual(found.upperBound + 1e-9 * Math.abs(found.upperBound));
        checked += 1;
        if (own.some(({ curve }) => curve !== 'exponential')) bent += 1;
      }),
      runs(10),
    );
    expect(bent).toBeGreaterThan(checked / 2);
  });

  it('is searched in few evaluations, over many periods, too', { timeout: 60_000 }, async () => {
    const own = Array.from({ length: 5 }, (_, c) => ({
      efficiency: 1 + 0.2 * c,
      scale: 3 + c,
      slope: 1.5 + 0.4 * c,
      spread: 0.3,
      most: 0.4,
      curve: 'hill',
    }));
    const { found } = await solve(engine, scenarioOf(own, 6), { searchDraws: 64, gap: 1e-3 });
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    // Branch and bound on the envelopes of all draws ended with a gap of 1 % or more after some hundred.
    expect(found.simulations).toBeLessThan(150);
  });

  it('is proven where all the money goes to one channel, between whose amount and the budget there is next to nothing', async () => {
    // What is left for the other channels beside the plan, 1e-9 of a unit, is nothing that a solver could handle.
    const curves = [
      { ceiling: 86.45165956528331, halfSaturation: 7089.249095144703, slope: 1.8631526537938043, most: 31_800 },
      { ceiling: 329.23501403198, halfSaturation: 59718.313942225956, slope: 2.6699640684528276, most: 152_325 },
      { ceiling: 6134.3148147434895, halfSaturation: 127926.52937003515, slope: 2.4928244524635375, most: 425_445 },
    ];
    const budget = 121_914;
    const { efficiency: _quoted, ...bare } = channel();
    const of = scenario(
      Object.fromEntries(
        curves.map(({ ceiling, halfSaturation, slope, most }, c): [string, Channel] => {
          const parameters = { halfSaturation: certain(halfSaturation), slope: certain(slope) };
          const response = {
            curve: 'hill',
            parameters,
            points: [],
            of: 'customers' as const,
            ceiling: certain(ceiling),
          };
          return [`channel ${c}`, { ...bare, response, plan: [budget / 3], limits: { max: most } }];
        }),
      ),
      { budget: { total: budget }, goal: { maximize: 'customers' } },
    );
    const { found, spend } = await solve(engine, of, { searchDraws: 16, gap: 1e-5 });
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    // By a grid of 600 × 600 splits: 2,883.3406, all to the last channel.
    expect(found.lowerBound).toBeCloseTo(2883.3406, 4);
    expect(spend[2]![0]).toBeCloseTo(budget, 3);
  });

  it('ends with a plan and a bound that hold when it is stopped at once', async () => {
    const own = Array.from({ length: 5 }, (_, c) => ({
      efficiency: 2,
      scale: 10 + 5 * c,
      slope: 3,
      spread: 0.3,
      most: 0.5,
      curve: 'hill',
    }));
    const of = scenarioOf(own, 1);
    const stopped = await solve(engine, of, { searchDraws: 64, gap: 1e-3, signal: AbortSignal.abort() });
    const whole = await solve(engine, of, { searchDraws: 64, gap: 1e-3 });
    expect(stopped.found.lowerBound).toBeLessThanOrEqual(whole.found.upperBound);
    expect(stopped.found.upperBound).toBeGreaterThanOrEqual(whole.found.lowerBound);
  });
});

/** All splits of the budget over so many channels in steps. */
function* splits(channels: number, left = STEPS): Generator<readonly number[]> {
  if (channels === 1) yield [left];
  else for (let k = 0; k <= left; k++) for (const rest of splits(channels - 1, left - k)) yield [k, ...rest];
}

/** The best of a goal over splits that keep the caps. */
function bestSplit(own: readonly Shape[], goalOf: (spend: Spend) => number): number {
  let best = -Infinity;
  for (const split of splits(own.length)) {
    const spend = split.map((k) => [(k * BUDGET) / STEPS]);
    if (spend.every(([amount], c) => amount! <= own[c]!.most * BUDGET)) best = Math.max(best, goalOf(spend));
  }
  return best;
}

/** Half of the mean and half of the mean over the worst quarter, which is a whole number of draws. */
function cautious(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (mean(values) + mean(sorted.slice(0, values.length / 4))) / 2;
}

describe('a goal in which worst cases count', () => {
  const shapes = fc.record({
    efficiency: between(1, 3),
    scale: between(8, 60),
    slope: between(1.5, 5),
    spread: between(0.05, 0.8),
    most: between(0.5, 1),
    curve: fc.constantFrom('hill', 'adbudg', 'exponential'),
  });
  const problems = fc.array(shapes, { minLength: 2, maxLength: 3 });
  const options = { searchDraws: 64, gap: 1e-3 };

  it('is as large as any plan on a grid can make it, within its proven gap', { timeout: 60_000 }, async () => {
    let bent = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (own) => {
        const risk = { worst: 0.25, weight: 0.5 };
        const { found, spend, drawsOf } = await solve(
          engine,
          scenarioOf(own, 1, { goal: { maximize: 'profit', risk } }),
          options,
        );
        expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
        expect(cautious(drawsOf(spend))).toBeCloseTo(found.lowerBound, 6);
        const best = bestSplit(own, (split) => cautious(drawsOf(split)));
        expect(best).toBeLessThanOrEqual(found.upperBound + 1e-9 * Math.abs(found.upperBound));
        if (own.some(({ curve }) => curve !== 'exponential')) bent += 1;
      }),
      runs(10),
    );
    expect(bent).toBeGreaterThan(5);
  });

  it('is the least over worlds as well', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (own) => {
        const of = scenarioOf(own, 1, {
          goal: { maximize: 'profit', worstOf: ['weak'] },
          stresses: {
            weak: {
              label: 'weak',
              multiply: [{ channel: 'channel 0', what: 'value', factor: certain(0.4) }],
              switchOff: [],
            },
          },
        });
        const [model, weak] = [compile(of), compile(of, ['weak'])];
        const found = await search(engine, model, options, { stressed: [weak] });
        if (!('plan' in found)) throw new Error(found.status);
        expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
        const both = [simulator(model, options), simulator(weak, options)];
        const goalOf = (spend: Spend) => Math.min(...both.map((drawsOf) => mean(drawsOf(spend))));
        expect(goalOf(found.plan.spend.map((periods) => [...periods]))).toBeCloseTo(found.lowerBound, 6);
        const best = bestSplit(own, goalOf);
        expect(best).toBeLessThanOrEqual(found.upperBound + 1e-9 * Math.abs(found.upperBound));
      }),
      runs(10),
    );
  });

  it('pays for uses in each draw what they cost there, and keeps least amounts', { timeout: 60_000 }, async () => {
    const costs = fc.record({ fixed: between(1, 50), spread: fc.constantFrom(0, 0.5, 1), least: between(0, 30) });
    const withCosts = fc.array(fc.tuple(shapes, costs), { minLength: 3, maxLength: 3 });
    let [unused, uncertain] = [0, 0];
    await fc.assert(
      fc.asyncProperty(withCosts, async (both) => {
        const own = both.map(([shape]) => shape);
        const of = scenarioOf(own, 1, { goal: { maximize: 'profit', risk: { worst: 0.25, weight: 0.5 } } });
        const costly = Object.entries(of.channels).map(([name, channel], c): [string, Channel] => {
          const { fixed, spread, least } = both[c]![1];
          const fixedCost = spread === 0 ? certain(fixed) : lognormal(fixed, spread);
          return [name, { ...channel, fixedCost, limits: { ...channel.limits, minIfUsed: least } }];
        });
        const { found, spend, drawsOf } = await solve(
          engine,
          { ...of, channels: Object.fromEntries(costly) },
          { ...options, gap: 1e-3 },
        );
        expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
        expect(cautious(drawsOf(spend))).toBeCloseTo(found.lowerBound, 6);
        const isAllowed = (split: Spend) => split.every(([amount], c) => amount === 0 || amount! >= both[c]![1].least);
        const best = bestSplit(own, (split) => (isAllowed(split) ? cautious(drawsOf(split)) : -Infinity));
        expect(best).toBeLessThanOrEqual(found.upperBound + 1e-9 * Math.abs(found.upperBound));
        if (spend.some(([amount]) => amount === 0)) unused += 1;
        if (both.some(([, { spread }]) => spread > 0)) uncertain += 1;
      }),
      runs(10),
    );
    expect(Math.min(unused, uncertain)).toBeGreaterThan(2);
  });

  it('is searched in few evaluations where uses cost something, too', { timeout: 60_000 }, async () => {
    const own = Array.from({ length: 5 }, (_, c) => ({
      efficiency: 1.5 + 0.3 * c,
      scale: 5 + 2 * c,
      slope: 1.5 + 0.4 * c,
      spread: 0.5,
      most: 0.5,
      curve: 'hill',
    }));
    const of = scenarioOf(own, 3, { goal: { maximize: 'profit', risk: { worst: 0.25, weight: 0.5 } } });
    const costly = Object.entries(of.channels).map(([name, channel], c): [string, Channel] => [
      name,
      { ...channel, fixedCost: lognormal(4 + 2 * c, 0.5) },
    ]);
    const { found } = await solve(engine, { ...of, channels: Object.fromEntries(costly) }, options);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    // Branch and bound on the envelopes of all draws takes hundreds, and proves less.
    expect(found.simulations).toBeLessThan(200);
  });

  it('is proven with uncertain costs of use beside a target, too', async () => {
    // The first channel gets all that it may.
    const own = [0, 1].map((c) => ({
      efficiency: 4 - c,
      scale: 200,
      slope: 1,
      spread: 0.3,
      most: 0.6,
      curve: 'exponential',
    }));
    const risk = { worst: 0.1, weight: 0.3 };
    const of = scenarioOf(own, 1, {
      goal: { maximize: 'profit', risk },
      targets: [{ metric: 'revenue', atLeast: 10 }],
    });
    const [first, ...others] = Object.entries(of.channels);
    const costly = { ...first![1], fixedCost: lognormal(5, 0.5) };
    const channels = Object.fromEntries([[first![0], costly], ...others]);
    const { found, drawsOf } = await solve(engine, { ...of, channels }, options);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    const goalOf = (split: Spend) => {
      const sorted = drawsOf(split).toSorted((a, b) => a - b);
      // The worst tenth of 64 draws: six of them, and two fifths of the seventh.
      const worst = (6 * mean(sorted.slice(0, 6)) + 0.4 * sorted[6]!) / 6.4;
      return 0.7 * mean(sorted) + 0.3 * worst;
    };
    expect(bestSplit(own, goalOf)).toBeLessThanOrEqual(found.upperBound + 1e-9 * Math.abs(found.upperBound));
  });

  it('is searched in few evaluations, with prices that are what one more brings', { timeout: 60_000 }, async () => {
    const own = Array.from({ length: 6 }, (_, c) => ({
      efficiency: 1 + 0.2 * c,
      scale: 8 + 4 * c,
      slope: 1.5 + 0.4 * c,
      spread: 0.4,
      most: 0.3,
      curve: 'hill',
    }));
    const goal = { maximize: 'profit', risk: { worst: 0.25, weight: 0.5 } } as const;
    const withBudget = (total: number) =>
      solve(engine, scenarioOf(own, 1, { goal, budget: { total } }), { ...options, gap: 1e-6 });
    const [{ found }, less, more] = [
      await withBudget(BUDGET),
      await withBudget(BUDGET - 0.1),
      await withBudget(BUDGET + 0.1),
    ];
    // Branch and bound on the envelopes of all draws took some hundred.
    expect(found.simulations).toBeLessThan(100);
    const price = (more.found.lowerBound - less.found.lowerBound) / 0.2;
    const [budget] = found.binding;
    // A thousandth of the budget moves the slope by about a thousandth.
    expect(Math.abs(budget!.worth / price - 1)).toBeLessThan(5e-3);
  });
});

interface Shape {
  readonly efficiency: number;
  readonly scale: number;
  readonly slope: number;
  readonly spread: number;
  readonly most: number;
  readonly curve: string;
}

function scenarioOf(shapes: readonly Shape[], periods: number, own: Partial<Scenario> = {}): Scenario {
  const parameters = ({ curve, scale, slope, spread }: Shape): Channel['response']['parameters'] => {
    const size = lognormal(scale, spread);
    if (curve === 'exponential') return { scale: size };
    if (curve === 'adbudg') return { halfSaturation: size, slope: uniform(slope, slope + 1), floor: certain(0.1) };
    return { halfSaturation: size, slope: uniform(slope, slope + 1) };
  };
  return scenario(
    Object.fromEntries(
      shapes.map((one, c) => [
        `channel ${c}`,
        channel({
          efficiency: certain(one.efficiency),
          response: { curve: one.curve, parameters: parameters(one), points: [], of: 'customers' },
          plan: Array.from({ length: periods }, () => BUDGET / shapes.length / periods),
          limits: { max: one.most * BUDGET },
        }),
      ]),
    ),
    { horizon: { periods, unit: 'week' }, budget: { total: BUDGET }, ...own },
  );
}
