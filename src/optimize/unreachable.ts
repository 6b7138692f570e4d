import type { Optimization, WishResult } from '../domain.ts';
import { searchPlan, type Outcome, type PlanSearch } from './search-plan.ts';
import { planOf } from './task.ts';
import { wishResults } from './wish-results.ts';
import { goalOfAsk, type Wish } from './wishes.ts';

/**
 * Which wish is out of reach, and how near a plan can come: each in turn is made the goal under those before it. When
 * every one can be reached after all but the search for a plan found none, the last is named.
 */
export async function unreachable(search: PlanSearch, wishes: readonly Wish[]): Promise<Optimization> {
  const { model, simulator } = search;
  for (const [k, wish] of wishes.entries()) {
    const goal = goalOfAsk(model, wish.ask);
    const best = await searchPlan(search, wishes.slice(0, k), goal);
    if (best === undefined) throw new Error('a wish was out of reach that had been reached');
    if (best.value >= wish.least && k + 1 < wishes.length) continue;
    const nearest = planOf(best.spend, model, 'nearest');
    const [result] = await wishResults(model, simulator, [wish], nearest, [0]);
    if (result === undefined) throw new Error('the limit on concentration cannot hold for any plan');
    const found = missed(search, result, best);
    // Of a ratio it is proven that no plan reaches it, not how near one can come; of a search that was stopped, neither.
    const open = search.signal?.aborted === true && best.bound >= wish.least;
    if (wish.ratio !== undefined || !best.concave || open) return found;
    return { ...found, bound: wish.sign * best.bound, boundKind: best.boundKind };
  }
  throw new Error('no wish is out of reach');
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
