import type { Target } from '../../domain.ts';
import { searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { provesShort, type HowNear } from './how-near.ts';
import { paybackOf } from './wish-results.ts';
import { goalOfAsk, targetWishes, type Wish } from './wishes.ts';

/**
 * After how many periods a plan can be paid back for good, where none was found that is so by the one that is asked: what is paid
 * back by one period is so by each later one, so that halving finds the first.
 *
 * @param others  what plans have to reach beside it
 * @param best  of the search for the most profit by the period that is asked
 */
export async function earliestPayback(
  search: PlanSearch,
  others: readonly Wish[],
  target: Target,
  best: Outcome,
): Promise<HowNear> {
  const { model, simulator } = search;
  const last = model.periods + model.tail;
  const paidAt = ({ spend }: Outcome) => paybackOf(model, simulator, planOf(spend, model));
  const paidBy = (period: number, from: Float64Array) => {
    const wishes = targetWishes(model, { ...target, atMost: period });
    return searchPlan({ ...search, from }, [...others, ...wishes], goalOfAsk(model, wishes[0]!.ask));
  };
  let outcome = best;
  let reached = await paidAt(best);
  const { boundKind } = best;
  if (!provesShort(best, 0)) return { outcome };
  let tooEarly = Math.floor(target.atMost ?? 0);
  while (tooEarly + 1 < reached && tooEarly < last && search.signal?.aborted !== true) {
    const period = reached === Infinity ? last : Math.floor((tooEarly + reached) / 2);
    const found = await paidBy(period, outcome.spend);
    if ('spend' in found) {
      outcome = found;
      reached = Math.min(period, await paidAt(found));
    } else if (found.proven) tooEarly = period;
    else break;
  }
  return { outcome, bound: tooEarly >= last ? Infinity : tooEarly + 1, boundKind };
}
