import type { LimitSide, Model, Plan } from '../domain.ts';
import { brokenSides } from '../optimize/broken-limits.ts';
import { climbFrom } from '../optimize/climb-from.ts';
import { spendByColumn, totalSpend } from '../optimize/plans.ts';
import { planOf } from '../optimize/task.ts';
import { plainGoal } from './plain-goal.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { groundOfFirst, type SearchGround } from './search.ts';
import { stopSign } from './stopping.ts';

/** For orientation: moving more money would add less than this share. */
const TOLERANCE = 1e-5;

/** What spending by marginal return alone leads to. */
export interface EqualReturn {
  readonly plan: Plan;
  /** The limits of the model that it does not keep. */
  readonly breaks: readonly LimitSide[];
}

/**
 * The plan of the textbook: as much money as another plan, moved from there until its next unit brings the same in every
 * channel and period, whatever the limits, targets and risk. A rule and not a search: nothing is proven of it.
 *
 * @throws Cancelled  when it is stopped
 */
export async function equalReturn(
  engine: Engine,
  model: Model,
  other: Plan,
  ground: SearchGround,
  options: RunOptions,
): Promise<EqualReturn> {
  const free = withTotalOnly(model, other);
  const solvers = await engine.solvers();
  const input = { model: free, ...groundOfFirst(ground), solvers, signal: stopSign(options) };
  const spend = await climbFrom(input, spendByColumn(other), TOLERANCE);
  const plan = planOf(spend, model, 'equal marginal return');
  return { plan, breaks: brokenSides(model, plan) };
}

/** Whether there is anything to leave out, and a sum of money to split. */
export function hasEqualReturn({ goal, limits, nonlinearLimits, settled }: Model): boolean {
  if (goal.minimize !== undefined || goal.chanceOf !== undefined) return false;
  return nonlinearLimits.length > 0 || limits.some((limit) => limit.path !== 'budget.total' && !isPast(limit, settled));
}

function withTotalOnly(model: Model, other: Plan): Model {
  const total = totalSpend(other);
  return {
    ...model,
    goal: plainGoal(model.goal),
    targets: [],
    nonlinearLimits: [],
    limits: [
      ...model.limits.filter((limit) => isPast(limit, model.settled)),
      {
        name: 'total budget',
        path: 'budget.total',
        terms: other.spend.flatMap((spend, channel) =>
          Array.from(spend, (_, period) => ({ channel, period, coefficient: 1 })),
        ),
        least: total,
        most: total,
      },
    ],
  };
}

/** Whether a limit holds what is spent already. */
function isPast({ terms }: LimitSide['limit'], settled: number): boolean {
  return terms.every(({ period }) => period < settled);
}
