import { describe, expect, it } from 'vitest';
import type { GoalMetric, Model, Plan } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import type { Conditions } from '../../src/simulate/conditions/conditions.ts';
import { channelsUsed, evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { figureInBlock } from '../../src/simulate/goal/figure-in-block.ts';
import { figureSums } from '../../src/simulate/goal/goal.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';
import { everything, everythingSmooth } from '../support/everything.ts';
import { channel, scenario, uncertain } from '../support/scenario.ts';

const DRAWS = 64;
const goals: readonly GoalMetric[] = ['profit', 'revenue', 'margin', 'customers'];

function conditions(model: Model): Conditions {
  const prepared = prepareDraws(model, { seed: 'test', method: 'sobol', draws: DRAWS }, false);
  return [...conditionsIn(prepared, { first: 0, count: DRAWS })][0]!;
}

function goalSums(model: Model, world: Conditions, plan: Plan, used: readonly boolean[], goal: GoalMetric) {
  const figure = figureInBlock(model, world, { weights: { [goal]: 1 } });
  return figureSums(model, evaluate(model, plan, world, used), figure);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('the goal as the optimizer sees it', () => {
  it.each(goals)('is the simulator’s own, to rounding: %s', (goal) => {
    const model = compile(everything());
    const world = conditions(model);
    const plan = todaysPlan(model);
    const { totals } = outcomeOf(model, evaluate(model, plan, world));
    const { cells, baseline } = goalSums(model, world, plan, channelsUsed(plan), goal);
    // Sums of a thousand terms of mixed sign: 1e-9 of the total is far above rounding, far below any missing term.
    expect(Math.abs(sum(cells) + baseline - sum(totals[goal]))).toBeLessThan(1e-9 * Math.abs(sum(totals[goal])));
  });

  it.each(goals)('has the derivative that finite differences show: %s', (goal) => {
    const model = compile(everythingSmooth());
    const world = conditions(model);
    const used = model.channels.map(() => true);
    const base = todaysPlan(model);
    // Away from kinks: no spend of zero, and not on a point of the table.
    const plan: Plan = { ...base, spend: base.spend.map((spend) => spend.map((amount) => amount + 37)) };
    const { gradient } = goalSums(model, world, plan, used, goal);
    const valueAt = (moved: Plan) => {
      const { cells, baseline } = goalSums(model, world, moved, used, goal);
      return sum(cells) + baseline;
    };
    for (let c = 0; c < model.channels.length; c++) {
      for (let t = 0; t < model.periods; t++) {
        const step = 1e-3;
        const moved = (by: number): Plan => ({
          ...plan,
          spend: plan.spend.map((spend, k) =>
            k === c ? spend.map((amount, u) => amount + (u === t ? by : 0)) : spend,
          ),
        });
        const numeric = (valueAt(moved(step)) - valueAt(moved(-step))) / (2 * step);
        // Central differences of a smooth function: step² of curvature, and rounding of the value over the step.
        expect(Math.abs(gradient[c * model.periods + t]! - numeric)).toBeLessThan(1e-5 * Math.abs(numeric) + 1e-5);
      }
    }
  });

  it('loses what people in limited supply cannot serve, and says what one more unit then brings', () => {
    const model = compile(everything());
    const world = conditions(model);
    const used = model.channels.map(() => true);
    const base = todaysPlan(model);
    const plan: Plan = { ...base, spend: base.spend.map((spend) => spend.map((amount) => amount + 37)) };
    const { totals } = outcomeOf(model, evaluate(model, plan, world, used));
    expect(sum(totals.lostLeads)).toBeGreaterThan(0);
    const { gradient } = goalSums(model, world, plan, used, 'profit');
    const step = 1e-4;
    const valueAt = (by: number) => {
      const moved = {
        ...plan,
        spend: plan.spend.map((spend, c) => (c === 0 ? spend.map((x, t) => x + (t === 2 ? by : 0)) : spend)),
      };
      const { cells, baseline } = goalSums(model, world, moved, used, 'profit');
      return sum(cells) + baseline;
    };
    const numeric = (valueAt(step) - valueAt(-step)) / (2 * step);
    // Few draws lie within the step of a kink; none do here.
    expect(gradient[2]).toBeCloseTo(numeric, 3);
  });
});

describe('the bits of a result', () => {
  it('do not depend on how draws are cut into blocks', () => {
    const model = compile(everything());
    const request = { seed: 'test', method: 'sobol', draws: 128 } as const;
    const plan = todaysPlan(model);
    const profitIn = (first: number, count: number) => {
      const prepared = prepareDraws(model, request, false);
      const [world] = [...conditionsIn(prepared, { first, count })];
      return [...outcomeOf(model, evaluate(model, plan, world!)).totals.profit];
    };
    expect([...profitIn(0, 50), ...profitIn(50, 78)]).toEqual(profitIn(0, 128));
  });
});

describe('a formula', () => {
  it('that leaves its bounds in some draw is refused with its path, not shown as a figure', () => {
    const wide = scenario(
      {
        one: channel({
          plan: [100],
          efficiency: {
            kind: 'formula',
            text: '= 0.2 + shift',
            expression: {
              kind: 'operation',
              operation: 'add',
              operands: [
                { kind: 'constant', value: 0.2 },
                { kind: 'name', name: 'shift', index: 0 },
              ],
            },
          },
        }),
      },
      { assumptions: { shift: uncertain({ family: 'normal', parameters: { mean: 0, sd: 1 } }) } },
    );
    expect(() => conditions(compile(wide))).toThrow(/channels\.one\.efficiency: the formula gives -/);
  });
});
