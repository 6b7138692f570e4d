import type { LimitSide, Model, Plan } from '../domain.ts';
import { brokenLimits } from '../optimize/broken-limits.ts';
import { totalSpend } from '../optimize/plans.ts';
import { plainGoal } from './plain-goal.ts';
import type { Engine, RunOptions } from './run.ts';
import { groundOfFirst, search, type SearchGround } from './search.ts';

/** For orientation: a tenth of a percent is enough. */
const GAP = 1e-3;

/** What spending by marginal return alone leads to. */
export interface EqualReturn {
  readonly plan: Plan;
  /** The limits of the model that it does not keep. */
  readonly breaks: readonly LimitSide[];
}

/**
 * The plan of the textbook: as much money as another plan, split so that its next unit brings the same in every channel
 * and period, whatever the limits, targets and risk. Found by the same search, with only the total kept.
 */
export async function equalReturn(
  engine: Engine,
  model: Model,
  other: Plan,
  ground: SearchGround,
  options: RunOptions,
): Promise<EqualReturn | undefined> {
  const found = await search(engine, withTotalOnly(model, other), options, {
    gap: GAP,
    from: other,
    ground: groundOfFirst(ground),
  });
  if (!('plan' in found)) return undefined;
  const plan = { ...found.plan, name: 'equal marginal return' };
  return { plan, breaks: brokenLimits(model, plan).map(({ limit, side }) => ({ limit, side })) };
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
