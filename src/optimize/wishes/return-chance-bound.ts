import type { PlanSearch } from '../search-plan.ts';
import type { ChanceBound } from './chance-bound.ts';
import { isExactByChannel } from './marginal-return.ts';
import { jointReturns, returnChances, shareWith } from './return-chances.ts';
import type { Target } from '../../domain.ts';

/**
 * A chance that no plan exceeds of a target on the next unit of money: that of the channels that must be used, each with the least that
 * its limits ask for. With diminishing returns and channels that depend on their own spend of one period only, more spend lowers what
 * the next unit brings in every draw, and a channel more can only miss in more draws.
 *
 * @returns  undefined where nothing below the chance that is asked is proven
 */
export async function returnChanceBound(search: PlanSearch, target: Target): Promise<ChanceBound | undefined> {
  const [one] = returnChances([target]);
  if (one === undefined || !isExactByChannel(search)) return undefined;
  const bound = shareWith(await jointReturns(search, search.linear.lower), one.least);
  return bound < one.asked ? { bound, boundKind: 'proven' } : undefined;
}
