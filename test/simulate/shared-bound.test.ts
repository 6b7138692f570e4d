import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model, Plan } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { overlaps } from '../../src/simulate/conditions/audience.ts';
import { hasScarcePeople } from '../../src/simulate/conditions/capacity.ts';
import { figureOfDraws, figuresOfPlan, prepareDraws } from '../../src/simulate/chunk.ts';
import type { Figure } from '../../src/simulate/goal/figure.ts';
import { randomOf, type Random } from '../linear/random.ts';
import { randomScenario } from '../oracles/scenarios.ts';
import { everything } from '../support/everything.ts';

const DRAWS = 32;
const range = { first: 0, count: DRAWS };
const figures: readonly Figure[] = [
  { weights: { profit: 1 } },
  { weights: { customers: 1 } },
  { weights: { revenue: 1, media: -2 }, ofPlanOnly: true },
  { weights: { customers: 40, cashCost: -1 }, ofPlanOnly: true },
  // Some customers count for less than nothing.
  { weights: { profit: 1, customers: -30 }, until: 2 },
];
/** Of a share of all that moves: sums of a few hundred terms. */
const ROUNDING = 1e-9;
/** The same: what a bound keeps that is brought near in so many steps. */
const NEAR = 1e-5;

function boundsOf(model: Model) {
  const prepared = prepareDraws(model, { seed: 'shared', method: 'sobol', draws: DRAWS }, true);
  const used = model.channels.map(() => true);
  const byDraw = figures.map(() => true);
  const ask = (plan: Plan, box?: { lower: Plan; upper: Plan; shared: true }, weights?: Float64Array) =>
    figuresOfPlan(
      prepared,
      plan,
      used,
      figures,
      byDraw,
      range,
      box,
      figures.map(() => weights),
    );
  const some = (plan: Plan, box: { lower: Plan; upper: Plan; shared: true }, figure: Figure, weights: Float64Array) =>
    figureOfDraws(prepared, plan, used, figure, { places: Int32Array.of(1, 7, 20), weights }, range, box);
  return { ask, some };
}

/** Plans between two others, by a random share for each amount. */
function between(random: Random, lower: Plan, upper: Plan): Plan {
  return {
    name: '',
    spend: lower.spend.map((spend, c) => spend.map((least, t) => random.between(least, upper.spend[c]![t]!))),
  };
}

function boxAround(random: Random, model: Model, width: number) {
  const lower: Plan = {
    name: '',
    spend: model.channels.map(({ plan }) =>
      plan.map((amount) => (random.chance(0.3) ? 0 : random.between(0, amount + 100))),
    ),
  };
  const upper: Plan = {
    name: '',
    spend: lower.spend.map((spend, c) =>
      spend.map((least, t) => least + width * random.between(0, model.channels[c]!.plan[t]! + 100)),
    ),
  };
  return { lower, upper, shared: true as const };
}

describe('a bound of what channels share', () => {
  it('is nowhere below the truth in any draw, nor are its tangents, and reaches it where a box is a point', () => {
    const seen = { people: 0, segments: 0 };
    fc.assert(
      fc.property(fc.noShrink(fc.string()), (seed) => {
        const random = randomOf(seed);
        const of = randomScenario(random);
        const model = compile(seed.length % 4 === 0 ? everything() : of);
        if (hasScarcePeople(model)) seen.people += 1;
        if (overlaps(model)) seen.segments += 1;
        const { ask, some } = boundsOf(model);
        for (const width of [4, 0]) {
          const box = boxAround(random, model, width);
          const [here, there] = [between(random, box.lower, box.upper), between(random, box.lower, box.upper)];
          const [truth, bound, elsewhere] = [ask(here), ask(here, box), ask(there)];
          const size = Math.max(
            1,
            ...truth.flatMap(({ values }) => Array.from(values!, Math.abs)),
            here.spend.reduce((sum, spend) => spend.reduce((total, amount) => total + amount, sum), 0),
          );
          figures.forEach((figure, k) => {
            const above = truth[k]!.values!.map((value, i) => bound[k]!.values![i]! - value);
            expect(Math.min(...above)).toBeGreaterThan(-ROUNDING * size);
            if (width === 0) expect(Math.max(...above)).toBeLessThan(NEAR * size);
            const total = ({ cells, baseline }: { cells: Float64Array; baseline: number }) =>
              cells.reduce((sum, cell) => sum + cell, baseline);
            const { sums, values } = bound[k]!;
            expect(Math.abs(total(sums) - values!.reduce((sum, value) => sum + value, 0))).toBeLessThan(
              ROUNDING * size * DRAWS,
            );
            let tangent = total(sums);
            sums.gradient.forEach((slope, j) => {
              const [c, t] = [Math.floor(j / model.periods), j % model.periods];
              tangent += slope * (there.spend[c]![t]! - here.spend[c]![t]!);
            });
            expect(tangent - total(elsewhere[k]!.sums)).toBeGreaterThan(-ROUNDING * size * DRAWS);
            if (figure.until === undefined || width === 0) return;
            const weights = Float64Array.of(0.2, 0.5, 0.3);
            const ofAll = new Float64Array(DRAWS);
            [1, 7, 20].forEach((place, at) => (ofAll[place] = weights[at]!));
            const weighed = ask(here, box, ofAll)[k]!.sums;
            const picked = some(here, box, figure, weights);
            expect(Math.abs(total(weighed) - total(picked))).toBeLessThan(ROUNDING * size);
            const apart = weighed.gradient.map(
              (slope, j) => Math.abs(slope - picked.gradient[j]!) / (1 + Math.abs(slope)),
            );
            expect(Math.max(...apart)).toBeLessThan(ROUNDING);
          });
        }
      }),
      { seed: 5, numRuns: 10 },
    );
    expect(Math.min(seen.people, seen.segments)).toBeGreaterThan(3);
  });
});
