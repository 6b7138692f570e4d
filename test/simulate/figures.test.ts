import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoalMetric, Model, Plan } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, figureOfDraws, figuresOfPlan, prepareDraws } from '../../src/simulate/chunk.ts';
import { relaxationOf } from '../../src/simulate/bounds/relaxation.ts';
import { evaluate, type Evaluation } from '../../src/simulate/outcome/evaluate.ts';
import { figureInBlock } from '../../src/simulate/goal/figure-in-block.ts';
import { figureSums } from '../../src/simulate/goal/goal.ts';
import { gradientOf } from '../support/gradient.ts';
import { fresh } from '../../src/simulate/block/memory.ts';
import { outcomeOf, type Outcome } from '../../src/simulate/outcome/outcome.ts';
import { weighedFigure } from '../../src/simulate/goal/weighed-figure.ts';
import { randomOf } from '../linear/random.ts';
import { randomScenario } from '../oracles/scenarios.ts';
import { apart, everything, everythingSmooth } from '../support/everything.ts';

const DRAWS = 32;
const GOALS: readonly GoalMetric[] = ['profit', 'revenue', 'margin', 'customers'];
const range = { first: 0, count: DRAWS };

/** Of a share of the largest number: sums of a few hundred terms of either sign, in another order. */
const ROUNDING = 1e-12;

function farthest(got: Float64Array, expected: Float64Array): number {
  expect(got.length).toBe(expected.length);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return got.reduce((most, value, k) => Math.max(most, Math.abs(value - expected[k]!)), 0) / largest;
}

/** What an evaluated plan brings, draw by draw, in terms of a goal: by channel and period and its derivative, times a weight for each draw. */
function plainly(model: Model, evaluation: Evaluation, outcome: Outcome, goal: GoalMetric, weights: Float64Array) {
  const total = (values: Float64Array, t: number) =>
    weights.reduce((sum, weight, i) => sum + weight * values[t * DRAWS + i]!, 0);
  const byPeriod = (values: Float64Array, periods: number) =>
    Array.from({ length: periods }, (_, t) => total(values, t));
  const cells = (name: 'profit' | 'revenue' | 'customers') =>
    Float64Array.from(outcome.channels.flatMap((own) => byPeriod(own[name], model.periods + model.tail)));
  return {
    cells: goal === 'margin' ? undefined : cells(goal),
    gradient: Float64Array.from(
      gradientOf(model, evaluation, goal).flatMap((gradient) =>
        gradient.map((row) => weights.reduce((sum, weight, i) => sum + weight * row[i]!, 0)),
      ),
    ),
  };
}

function scaled(plan: Plan, factor: number): Plan {
  return { ...plan, spend: plan.spend.map((spend) => spend.map((amount) => factor * amount)) };
}

/** Asserts that what a search is told agrees with outcomes; says whether channels could be taken one by one. */
function compare(model: Model, relaxed = false): boolean {
  const used = model.channels.map(() => true);
  const today = todaysPlan(model);
  const plan = { ...today, spend: scaled(today, 1.2).spend.map((spend) => spend.map((amount) => amount + 37)) };
  const box = relaxed ? { lower: scaled(plan, 0.2), upper: scaled(plan, 3) } : undefined;
  const prepared = prepareDraws(model, { seed: 'test', method: 'sobol', draws: DRAWS }, true);
  const places = Int32Array.from([1, 2, 5, 17, 18, 30]);
  const weights = Float64Array.from(places, (place) => 0.1 + place / 7);
  const weightOfDraw = new Float64Array(DRAWS);
  places.forEach((place, k) => (weightOfDraw[place] = weights[k]!));
  const figures = GOALS.map((goal) => ({ weights: { [goal]: 1 } }));
  // Asked twice, so that kept conditions and used memory are at work.
  figuresOfPlan(prepared, today, used, figures, [true, true, true, true], range, box);
  const answers = figuresOfPlan(prepared, plan, used, figures, [true, true, true, true], range, box);
  const [conditions] = [...conditionsIn(prepared, range)];
  const relaxation = box && relaxationOf(model, conditions!, box);
  const evaluation = evaluate(model, plan, conditions!, used, fresh, relaxation);
  const outcome = outcomeOf(model, evaluation);
  const everyWeight = figures.map(() => weightOfDraw);
  const weighed = figuresOfPlan(prepared, plan, used, figures, [true, true, true, true], range, box, everyWeight);
  const alike = new Float64Array(DRAWS).fill(1);
  GOALS.forEach((goal, k) => {
    const { sums, values } = answers[k]!;
    if (!relaxed) expect(farthest(values!, outcome.totals[goal])).toBeLessThan(ROUNDING);
    const picked = figureOfDraws(prepared, plan, used, figures[k]!, { places, weights }, range, box);
    // Draws of themselves are the same, whatever they count for.
    expect(weighed[k]!.values).toEqual(values);
    const all = [
      [sums, alike],
      [picked, weightOfDraw],
      [weighed[k]!.sums, weightOfDraw],
    ] as const;
    const inBlock = figureInBlock(model, conditions!, figures[k]!, { relaxed });
    for (const [got, drawWeights] of all) {
      // A relaxed figure may be more than the outcome: it is held to the long way of summing it.
      const expected = relaxed
        ? figureSums(model, evaluation, weighedFigure(model, conditions!, inBlock, drawWeights))
        : plainly(model, evaluation, outcome, goal, drawWeights);
      if (expected.cells !== undefined) expect(farthest(got.cells, expected.cells)).toBeLessThan(ROUNDING);
      expect(farthest(got.gradient, expected.gradient)).toBeLessThan(ROUNDING);
    }
  });
  return figureInBlock(model, conditions!, figures[0]!).alone !== undefined;
}

describe('what a search is told of a plan agrees with its outcome', () => {
  it('with every feature at work, with and without people in limited supply', () => {
    expect(compare(compile(everything()))).toBe(false);
    expect(compare(compile(everythingSmooth()))).toBe(false);
  });

  it('where channels do nothing to each other, with every other feature at work', () => {
    expect(compare(compile(apart(everythingSmooth())))).toBe(true);
  });

  it('of hours, as they come and by what one more unit of spend takes', () => {
    for (const model of [compile(everything()), compile(everythingSmooth()), compile(apart(everythingSmooth()))]) {
      const prepared = prepareDraws(model, { seed: 'test', method: 'sobol', draws: DRAWS }, true);
      const used = model.channels.map(() => true);
      const plan = scaled(todaysPlan(model), 1.2);
      const ask = (at: Plan) => figuresOfPlan(prepared, at, used, [{ weights: { hours: 1 } }], [true], range)[0]!;
      const [conditions] = [...conditionsIn(prepared, range)];
      const { sums, values } = ask(plan);
      const { hours } = outcomeOf(model, evaluate(model, plan, conditions!, used)).totals;
      expect(hours.every((each) => each > 0)).toBe(true);
      expect(farthest(values!, hours)).toBeLessThan(ROUNDING);
      expect(sums.cells.reduce((all, cell) => all + cell, 0)).toBeCloseTo(
        hours.reduce((all, each) => all + each, 0),
        6,
      );
      // Along the plan itself; half a millionth of it to either side differs by some ten-millionths of what a curve bends.
      const [more, less] = [1 + 1e-4, 1 - 1e-4].map((factor) => ask(scaled(plan, factor)).values!);
      const along = more!.reduce((all, each, i) => all + each - less![i]!, 0) / 2e-4;
      const told = plan.spend.reduce(
        (all, spend, c) => spend.reduce((own, amount, t) => own + amount * sums.gradient[c * model.periods + t]!, all),
        0,
      );
      if (model.resources.every(({ capacity }) => capacity === undefined)) {
        expect(Math.abs(told - along)).toBeLessThan(1e-5 * Math.abs(along));
      }
    }
  });

  it('whatever is asked in the same breath', () => {
    const model = compile(apart(everythingSmooth()));
    const prepared = prepareDraws(model, { seed: 'test', method: 'sobol', draws: DRAWS }, true);
    const used = model.channels.map(() => true);
    const figures = [1, 2, 3, 4, 5, 6, 7].map((weight) => ({ weights: { profit: weight, revenue: 1 / weight } }));
    const ask = (some: typeof figures) =>
      figuresOfPlan(
        prepared,
        todaysPlan(model),
        used,
        some,
        some.map(() => true),
        range,
      );
    expect(ask(figures)).toEqual(figures.flatMap((figure) => ask([figure])));
  });

  it('on scenarios put together at random', () => {
    const ways = [0, 0];
    fc.assert(
      // What follows from a text has no smaller version of it.
      fc.property(fc.noShrink(fc.string()), fc.boolean(), fc.boolean(), (seed, separate, relaxed) => {
        const random = randomScenario(randomOf(seed));
        const way = compare(compile(separate ? apart(random) : random), relaxed) ? 1 : 0;
        ways[way] = ways[way]! + 1;
      }),
      { seed: 2027, numRuns: 40 },
    );
    expect(Math.min(...ways)).toBeGreaterThan(10);
  });
});
