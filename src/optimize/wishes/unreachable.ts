import type { Optimization, WishResult } from '../../domain.ts';
import { searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { planOf } from '../task.ts';
import { wishResults } from './wish-results.ts';
import { goalOfAsk, type Wish } from './wishes.ts';

/**
 * Which wish is out of reach, and how near a plan can come: each in turn is made the goal under those before it. When
 * every one can be reached after all but the search for a plan found none, the last is named; when one is reached with
 * so little room that nothing is found beside it, it is. When no plan is found at all, nothing is known.
 */
export async function unreachable(search: PlanSearch, wishes: readonly Wish[]): Promise<Optimization> {
  const { model, simulator } = search;
  let before: Optimization | undefined;
  for (const [k, wish] of wishes.entries()) {
    const goal = goalOfAsk(model, wish.ask);
    const best = await searchPlan(search, wishes.slice(0, k), goal);
    if (!('spend' in best)) break;
    const nearest = planOf(best.spend, model, 'nearest');
    const [result] = await wishResults(model, simulator, [wish], nearest, [0]);
    // Limits come first, and these can hold.
    if (result === undefined) continue;
    before = missed(search, result, best);
    if (best.value >= wish.least && k + 1 < wishes.length) continue;
    // Of a ratio or a time it is proven that no plan reaches it, not how near one can come; of a search that was
    // stopped, neither.
    const open = search.signal?.aborted === true && best.bound >= wish.least;
    const inUnits = wish.ratio === undefined && !isOfTime(wish);
    if (!inUnits || !best.concave || open) return before;
    return { ...before, bound: wish.sign * best.bound, boundKind: best.boundKind };
  }
  return before ?? { status: 'infeasible', proven: false, conflict: [], repairs: [] };
}

/** Whether what is asked is when something happens. */
function isOfTime({ wish }: Wish): boolean {
  return wish !== 'concentration' && 'target' in wish && wish.target.metric === 'payback';
}

/** That a wish is missed by the plan that comes nearest, with nothing proven of how near one can come. */
export function missed(
  { model, simulator }: PlanSearch,
  { wish, asked, reached }: WishResult,
  best: Outcome,
): Extract<Optimization, { readonly status: 'unreachable' }> {
  return {
    status: 'unreachable',
    goal: model.goal.maximize,
    nearest: planOf(best.spend, model, 'nearest'),
    wish,
    asked,
    reached,
    bound: reached,
    boundKind: 'none',
    searchDraws: simulator.draws,
    iterations: best.iterations,
    simulations: best.simulations,
  };
}
