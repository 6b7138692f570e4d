import { brokenLimits } from '../broken-limits.ts';
import { planOf } from '../task.ts';
import { noLoss } from './accepted-gap.ts';
import { valueAt, valueOf, type AtPlan } from './at-plan.ts';

/** Whether another plan is within all limits and wishes, and brings no less of the goal than the one found (see `noLoss`). */
export async function isAsGood(at: AtPlan, spend: Float64Array): Promise<boolean> {
  const { model } = at.search;
  if (brokenLimits(model, planOf(spend, model)).length > 0) return false;
  const { value, allowed } = await valueAt(at, spend);
  return allowed && valueOf(at) - value <= noLoss(at);
}
