import type { GoalMetric, Model, Plan } from '../domain.ts';
import type { Block } from './block.ts';
import { evaluate } from './evaluate.ts';
import { gradientOf } from './gradient.ts';
import { outcomeOf } from './outcome.ts';

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
 * The goal of a plan and its derivative, summed over the draws of a block.
 *
 * @param used  channels whose fixed costs are paid
 */
export function goalSums(model: Model, block: Block, plan: Plan, used: readonly boolean[], goal: GoalMetric): GoalSums {
  const evaluation = evaluate(model, plan, block, used);
  const outcome = outcomeOf(model, evaluation, block);
  const gradients = gradientOf(model, evaluation, block, goal);
  const { count } = block;
  const periods = model.periods + model.tail;
  const cells = new Float64Array(model.channels.length * periods);
  const gradient = new Float64Array(model.channels.length * model.periods);
  model.channels.forEach((_, c) => {
    addRows(outcome.channels[c]![goal], count, cells, c * periods);
    addRows(gradients[c]!, count, gradient, c * model.periods);
  });
  return { cells, baseline: baselineGoal(model, block, outcome.totals[goal], cells), gradient };
}

/** Sums of two runs of draws as one. */
export function addGoalSums(a: GoalSums, b: GoalSums): GoalSums {
  return {
    cells: a.cells.map((value, k) => value + b.cells[k]!),
    baseline: a.baseline + b.baseline,
    gradient: a.gradient.map((value, k) => value + b.gradient[k]!),
  };
}

function addRows(values: Float64Array, count: number, into: Float64Array, offset: number): void {
  for (let t = 0; t * count < values.length; t++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += values[t * count + i]!;
    into[offset + t] = sum;
  }
}

function baselineGoal(model: Model, block: Block, total: Float64Array, cells: Float64Array): number {
  if ('constant' in model.baseline.customers && model.baseline.customers.constant === 0) return 0;
  let sum = 0;
  for (let i = 0; i < block.count; i++) sum += total[i]!;
  for (const cell of cells) sum -= cell;
  return sum;
}
