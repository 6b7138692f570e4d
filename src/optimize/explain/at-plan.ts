import type { Model, Optimization } from '../../domain.ts';
import { goalAt, holds, type ConcaveProblem, type FunctionPoint, type Member } from '../concave/concave-problem.ts';
import { firstMoney, type FirstMoney } from './first-money.ts';
import type { OptimizeInput } from '../optimize-input.ts';
import { spendByColumn } from '../plans.ts';
import { taskOf, type PlanSearch } from '../search-plan.ts';
import { spendProgram } from '../spend-program.ts';
import { asDecided, problemOf, type Task } from '../task.ts';
import { withStrictestTargets } from '../wishes/strictest-targets.ts';
import { drawsOfToday, goalAsks, pricedWish, wishesOf, type Wish } from '../wishes/wishes.ts';

export type Found = Extract<Optimization, { readonly plan: unknown }>;

/** What was searched, around the plan that was found: the same goal, wishes and limits, to be asked for other plans. */
export interface AtPlan {
  readonly search: PlanSearch;
  readonly found: Found;
  readonly wishes: readonly Wish[];
  readonly task: Task;
  /** Spend by column. */
  readonly spend: Float64Array;
  /** The problem with uses and "nothing or at least so much" decided as the plan decides them. */
  readonly problem: ConcaveProblem;
  /** The plan as columns of `problem`: spend, then uses. */
  readonly columns: Float64Array;
  /** The goal, wishes and derivatives there. */
  readonly points: readonly FunctionPoint[];
  /** The same as it is told: where the plan spends nothing, derivatives may be averages over some money. */
  readonly told: FirstMoney;
}

/** Without limits, spend is looked at up to this many times what the plan spends in all. */
const CAP = 2;

/** See {@link AtPlan}. Not for a chance as the goal, which is no sum of concave functions. */
export async function atPlan(input: OptimizeInput, found: Found): Promise<AtPlan> {
  const { simulator } = input;
  const model = withStrictestTargets(input.model);
  const worlds = 1 + (model.goal.worstOf?.length ?? 0);
  const today = await drawsOfToday(model, simulator, worlds);
  const spend = spendByColumn(found.plan);
  const program = spendProgram(model);
  const cap = CAP * Math.max(sum(spend), ...program.lower);
  const linear = { ...program, upper: program.upper.map((bound) => (bound === Infinity ? cap : bound)) };
  const search: PlanSearch = { ...input, model, linear, today, tolerance: found.gap };
  const priced = pricedWish(model);
  const wishes = [...wishesOf(model, today), ...(priced !== undefined && wasSought(found, priced) ? [priced] : [])];
  const task = await taskOf(search, simulator, wishes, goalAsks(model, worlds, today));
  const { node, columns } = asDecided(task, spend);
  const problem = problemOf(task, node, false);
  const points = await problem.evaluate(columns);
  const told = await firstMoney({ model, problem, columns, points, spend });
  return { search, found, wishes, task, spend, problem, columns, points, told };
}

/** Whether the search held a wish by its price; else it is judged only. */
export function wasSought(found: Pick<Found, 'wishes'>, { wish }: Wish): boolean {
  if (wish === 'concentration' || !('target' in wish)) return false;
  const { metric, atLeast, atMost, probability } = wish.target;
  return found.wishes.some(({ wish: one }) => {
    if (!('target' in one)) return false;
    const { target } = one;
    return (
      target.metric === metric &&
      target.atLeast === atLeast &&
      target.atMost === atMost &&
      target.probability === probability
    );
  });
}

/** The goal's value under the plan. */
export function valueOf({ problem, columns, points }: Pick<AtPlan, 'problem' | 'columns' | 'points'>): number {
  return goalAt(problem, columns, points);
}

/** The goal's value under another plan, and whether all wishes hold there. */
export async function valueAt(
  { task }: Pick<AtPlan, 'task'>,
  spend: Float64Array,
): Promise<{ readonly value: number; readonly allowed: boolean }> {
  const { node, columns } = asDecided(task, spend);
  const problem = problemOf(task, node, false);
  const points = await problem.evaluate(columns);
  return { value: goalAt(problem, columns, points), allowed: holds(problem.guards, points) };
}

/** Derivatives by column of spend: of the goal, and of each function that has to be at least so much. */
export interface Slopes {
  readonly goal: Float64Array;
  readonly guards: readonly Float64Array[];
}

/** See {@link Slopes}; at the plan as they are told, where `points` are not given. */
export function slopesAt(
  { problem, spend, told }: Pick<AtPlan, 'problem' | 'spend' | 'told'>,
  points: readonly FunctionPoint[] = told.points,
): Slopes {
  const goal = problem.limits.columns.cost.slice(0, spend.length);
  const add = (slopes: Float64Array, of: number, factor: number): void => {
    problem.functions[of]!.columns.forEach((column, k) => {
      if (column < slopes.length) slopes[column] = slopes[column]! + factor * points[of]!.slope[k]!;
    });
  };
  for (const { weight, members } of problem.parts) {
    const value = ({ of, shift, scale }: Member) => (points[of]!.value - shift) / scale;
    const smallest = members.reduce((least, member) => (value(member) < value(least) ? member : least));
    add(goal, smallest.of, weight / smallest.scale);
  }
  const guards = problem.guards.map(({ of }) => {
    const slopes = new Float64Array(spend.length);
    add(slopes, of, 1);
    return slopes;
  });
  return { goal, guards };
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
}

/** Spend of each channel in the periods to come. */
export function totalsToCome(model: Model, spend: Float64Array): readonly number[] {
  return model.channels.map((_, c) => sum(spend.subarray(c * model.periods + model.settled, (c + 1) * model.periods)));
}

/** Mean of figures of channels, each counting as much as its spend. */
export function averageBySpend(figures: readonly number[], spend: readonly number[]): number {
  return figures.reduce((all, figure, k) => all + figure * spend[k]!, 0) / sum(spend);
}
