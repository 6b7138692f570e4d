import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';

const HALVINGS = 24;

/**
 * Spend on the straight way from a plan that is good to one that is not, as far along as it stays good. What limits say of use and of
 * least amounts need not hold between two plans that keep it: then the way is not gone.
 */
export async function farthestAlong(
  search: PlanSearch,
  good: Float64Array,
  other: Float64Array,
  isGood: (spend: Float64Array) => Promise<boolean>,
): Promise<Float64Array> {
  const { model } = search;
  const used = (spend: Float64Array) => channelsUsed(planOf(spend, model)).join();
  const usesDiffer = used(good) !== used(other) && model.nonlinearLimits.length > 0;
  if (usesDiffer || model.nonlinearLimits.some(({ kind }) => kind === 'minimum if used')) return good;
  const at = (share: number) => good.map((amount, k) => amount + share * (other[k]! - amount));
  let [reached, missed] = [0, 1];
  for (let k = 0; k < HALVINGS && search.signal?.aborted !== true; k++) {
    const middle = (reached + missed) / 2;
    if (await isGood(at(middle))) reached = middle;
    else missed = middle;
  }
  return at(reached);
}
