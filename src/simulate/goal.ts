import type { GoalMetric, Model, Plan } from '../domain.ts';
import type { Conditions } from './conditions.ts';
import { evaluate } from './evaluate.ts';
import { effectWeights, returnGradient } from './gradient.ts';
import { fresh, type Allocate } from './memory.ts';

/** Sums over draws of the goal and of its derivative: what an optimizer asks of the simulator. */
export interface GoalSums {
  /** Goal by channel and period, plan then tail: `[channel * (periods + tail) + t]`. */
  readonly cells: Float64Array;
  /** Goal that needs no spend. */
  readonly baseline: number;
  /** Derivative by spend: `[channel * periods + t]`. */
  readonly gradient: Float64Array;
}

/**
 * The goal of a plan and its derivative, summed over the draws of a block: the same numbers as the outcome's (a test
 * holds them together), by a shorter way that leaves out what a goal does not need.
 *
 * @param used  channels whose fixed costs are paid
 */
export function goalSums(
  model: Model,
  conditions: Conditions,
  plan: Plan,
  used: readonly boolean[],
  goal: GoalMetric,
  allocate: Allocate = fresh,
): GoalSums {
  const { count } = conditions.block;
  const evaluation = evaluate(model, plan, conditions, used, allocate);
  const weights = effectWeights(model, evaluation, goal, allocate);
  const periods = model.periods + model.tail;
  const cells = new Float64Array(model.channels.length * periods);
  model.channels.forEach((channel, c) => {
    const { effect } = evaluation.effects[c]!;
    const served = evaluation.service?.served[c];
    const weight = weights[c]!;
    for (let t = 0; t < model.periods + channel.tail; t++) {
      let sum = 0;
      if (served === undefined) {
        for (let at = t * count; at < (t + 1) * count; at++) sum += weight[at]! * effect[at]!;
      } else {
        for (let at = t * count; at < (t + 1) * count; at++) sum += weight[at]! * effect[at]! * served[at]!;
      }
      cells[c * periods + t] = sum;
    }
  });
  const gradient = new Float64Array(model.channels.length * model.periods);
  returnGradient(model, evaluation, goal, weights, allocate).forEach((returns, c) => {
    const { buying } = conditions.channels[c]!;
    for (let t = 0; t < model.periods; t++) {
      let sum = 0;
      for (let at = t * count; at < (t + 1) * count; at++) sum += returns[at]! * buying[at]!;
      gradient[c * model.periods + t] = sum;
    }
  });
  if (goal === 'profit') subtractCosts(model, conditions, plan, used, cells, gradient);
  return { cells, baseline: conditions.baseline[goal], gradient };
}

function subtractCosts(
  model: Model,
  conditions: Conditions,
  plan: Plan,
  used: readonly boolean[],
  cells: Float64Array,
  gradient: Float64Array,
): void {
  conditions.channels.forEach(({ costOfUnit, costOfUse }, c) => {
    for (let t = 0; t < model.periods; t++) {
      const discount = model.discount[t]!;
      const cell = c * (model.periods + model.tail) + t;
      const cost = plan.spend[c]![t]! * costOfUnit[t]! + (used[c] ? costOfUse[t]! : 0);
      cells[cell] = cells[cell]! - cost * discount;
      gradient[c * model.periods + t] = gradient[c * model.periods + t]! - costOfUnit[t]! * discount;
    }
  });
}

/** Sums of two runs of draws as one. */
export function addGoalSums(a: GoalSums, b: GoalSums): GoalSums {
  return {
    cells: a.cells.map((value, k) => value + b.cells[k]!),
    baseline: a.baseline + b.baseline,
    gradient: a.gradient.map((value, k) => value + b.gradient[k]!),
  };
}
