import { describe, expect, it } from 'vitest';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { figuresOfPlan, prepareDraws } from '../../src/simulate/chunk.ts';
import { channelsUsed } from '../../src/simulate/outcome/evaluate.ts';
import { openFigure } from '../../src/simulate/figure-of-rows.ts';
import type { Figure } from '../../src/simulate/goal/figure.ts';
import { modelParts } from '../../src/simulate/model-parts.ts';
import { rowsOfPlans } from '../../src/simulate/plan-rows.ts';
import { openSampler } from '../../src/simulate/sample.ts';
import { apart as alone, everything, everythingSmooth } from '../support/everything.ts';
import { channel, scenario, uniform } from '../support/scenario.ts';

const model = compile(everything(), []);
const plan = todaysPlan(model);
const request = { seed: 'rows', method: 'sobol', draws: 1024 } as const;
const range = { first: 0, count: 1024 };
const figures: readonly Figure[] = [
  { weights: { profit: 1 } },
  { weights: { revenue: 1, customers: 3 }, until: 2 },
  { weights: { margin: 1 }, ofPlanOnly: true },
  { weights: { leads: 1 } },
];

/** The largest difference of two rows, as a share of the largest value. */
function apart(a: Float64Array, b: Float64Array): number {
  const size = Math.max(...a.map(Math.abs));
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) / size;
}

describe('figures draw by draw', () => {
  it('are those that a search sees, with every feature of the model at work', () => {
    const prepared = prepareDraws(model, request, true);
    const marks = figures.map(() => true);
    const searched = figuresOfPlan(prepared, plan, channelsUsed(plan), figures, marks, range);
    const [rows] = rowsOfPlans(prepared, [plan], figures, range);
    // Sums in another order: some roundings of 1e-16.
    figures.forEach((_, k) => expect(apart(searched[k]!.values!, rows![k]!)).toBeLessThan(1e-12));
  });

  it('have the same bits with the kernel and without, and wherever rows of draws stand', () => {
    const odd = { first: 5, count: 43 };
    for (const one of [model, compile(alone(everythingSmooth()), [])]) {
      const prepared = prepareDraws(one, request, false);
      const plans = [
        todaysPlan(one),
        { name: 'none', spend: one.channels.map(({ plan: today }) => today.map(() => 0)) },
      ];
      const inRoom = rowsOfPlans(prepared, plans, figures, odd);
      expect(prepared.room).toBeDefined();
      expect(rowsOfPlans({ ...prepared, room: undefined }, plans, figures, odd)).toEqual(inRoom);
      expect(rowsOfPlans({ ...prepared, room: undefined, kernel: undefined }, plans, figures, odd)).toEqual(inRoom);
    }
  });

  it('are the same where only what an assumption touches is worked out again', () => {
    const drawn = openSampler(model, request).block(0, 32).rows.slice(0, model.assumptions.length);
    for (const figure of [figures[0]!, figures[2]!]) {
      const opened = openFigure(model, plan, figure);
      const before = opened.at(drawn);
      model.assumptions.forEach((_, place) => {
        const moved = drawn.map((row, k) => (k === place ? row.toReversed() : row));
        expect(apart(opened.at(moved).total, opened.moved(before, moved, [place]).total)).toBeLessThan(1e-12);
      });
      const states = [drawn];
      model.assumptions.forEach((_, place) => {
        states.push(states.at(-1)!.map((row, k) => (k === place ? row.toReversed() : row)));
      });
      const along = opened.along(
        states,
        states.map((_, k) => [k - 1]),
      );
      states.forEach((rows, k) => expect(apart(opened.at(rows).total, along[k]!)).toBeLessThan(1e-12));
    }
  });
});

describe('parts of a model', () => {
  const own = { efficiency: uniform(0.01, 0.02) };
  it('are channels alone, and those that work for each other or share people or segments together', () => {
    const apartModel = compile(scenario({ a: channel(own), b: channel(own), c: channel(own) }), []);
    expect(modelParts(apartModel).map(({ channels }) => channels)).toEqual([[0], [1], [2]]);
    expect(modelParts(apartModel).map(({ reads }) => [...reads])).toEqual([[0], [1], [2]]);
    const halo = compile(
      scenario({ a: channel(own), b: channel({ ...own, halo: { c: uniform(0.1, 0.2) } }), c: channel(own) }),
      [],
    );
    expect(modelParts(halo).map(({ channels }) => channels)).toEqual([[0], [1, 2]]);
  });
});
