import { brokenLimits } from '../broken-limits.ts';
import { goalAt, holds } from '../concave/concave-problem.ts';
import { todaysPlan, todaysSpend } from '../plans.ts';
import { taskOf, withBoundOf, type Outcome, type PlanSearch } from '../search-plan.ts';
import { asDecided, problemOf } from '../task.ts';
import { goalAsks, type Wish } from './wishes.ts';

/**
 * Today's plan as an outcome, where it keeps all limits and wishes; undefined where it does not.
 *
 * @param easier  the best plan of a problem that asks no more
 */
export async function todaysOutcome(
  search: PlanSearch,
  wishes: readonly Wish[],
  easier: Outcome,
): Promise<Outcome | undefined> {
  const { model, simulator, looked, today } = search;
  if (brokenLimits(model, todaysPlan(model)).length > 0) return undefined;
  const task = await taskOf(search, simulator, wishes, goalAsks(model, looked.length, today));
  const spend = todaysSpend(model);
  const { node, columns } = asDecided(task, spend);
  const problem = problemOf(task, node, false);
  const points = await problem.evaluate(columns);
  if (!holds(problem.guards, points)) return undefined;
  // What the last program of another plan says of limits is not about this one.
  const { last: _, ...known } = easier.search;
  const value = goalAt(problem, columns, points);
  const outcome = { ...easier, spend, value, iterations: 0, simulations: 1, search: known };
  return withBoundOf(search, outcome, easier);
}
