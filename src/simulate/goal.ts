import type { GoalMetric, Model, Plan } from '../domain.ts';
import { isConstant } from './block.ts';
import type { Conditions } from './conditions.ts';
import { channelCosts } from './costs.ts';
import { evaluate } from './evaluate.ts';
import { effectWeights, gradientOf } from './gradient.ts';
import { baselineOutcome } from './outcome.ts';

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
): GoalSums {
  const { block } = conditions;
  const { count } = block;
  const evaluation = evaluate(model, plan, conditions, used);
  const weights = effectWeights(model, evaluation, goal);
  const periods = model.periods + model.tail;
  const cells = new Float64Array(model.channels.length * periods);
  model.channels.forEach((channel, c) => {
    const { effect } = evaluation.effects[c]!;
    const served = evaluation.service?.served[c];
    const weight = weights[c]!;
    for (let t = 0; t < model.periods + channel.tail; t++) {
      let sum = 0;
      for (let at = t * count; at < (t + 1) * count; at++) {
        sum += served === undefined ? weight[at]! * effect[at]! : weight[at]! * effect[at]! * served[at]!;
      }
      cells[c * periods + t] = sum;
    }
    if (goal !== 'profit') return;
    const { cost } = channelCosts(model, c, plan, block, conditions.channels[c]!.shocks, used[c]!);
    for (let t = 0; t < model.periods; t++) {
      let sum = 0;
      for (let at = t * count; at < (t + 1) * count; at++) sum += cost[at]!;
      cells[c * periods + t] = cells[c * periods + t]! - sum * model.discount[t]!;
    }
  });
  const gradient = new Float64Array(model.channels.length * model.periods);
  gradientOf(model, evaluation, goal, weights).forEach((rows, c) => {
    for (let t = 0; t < model.periods; t++) {
      let sum = 0;
      for (let at = t * count; at < (t + 1) * count; at++) sum += rows[at]!;
      gradient[c * model.periods + t] = sum;
    }
  });
  return { cells, baseline: baselineGoal(model, conditions, goal), gradient };
}

/** Sums of two runs of draws as one. */
export function addGoalSums(a: GoalSums, b: GoalSums): GoalSums {
  return {
    cells: a.cells.map((value, k) => value + b.cells[k]!),
    baseline: a.baseline + b.baseline,
    gradient: a.gradient.map((value, k) => value + b.gradient[k]!),
  };
}

function baselineGoal(model: Model, { block }: Conditions, goal: GoalMetric): number {
  if (isConstant(model.baseline.customers, 0)) return 0;
  return baselineOutcome(model, block)[goal].reduce((sum, value) => sum + value, 0);
}
