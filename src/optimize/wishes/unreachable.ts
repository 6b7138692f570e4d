import type { Optimization, Target, WishResult } from '../../domain.ts';
import { outcomeIn, searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { planOf } from '../task.ts';
import { bestRatio } from './best-ratio.ts';
import { earliestPayback } from './earliest-payback.ts';
import { provesShort, type HowNear } from './how-near.ts';
import { wishResults } from './wish-results.ts';
import { goalOfAsk, pricedWish, type Wish } from './wishes.ts';

export type Unreachable = Extract<Optimization, { readonly status: 'unreachable' }>;

/**
 * Which wish is out of reach, and how near a plan can come: each in turn is made the goal under those before it. When
 * every one can be reached after all but the search for a plan found none, the last is named; when one is reached with
 * so little room that nothing is found beside it, it is. When no plan is found at all, nothing is known.
 */
export async function unreachable(search: PlanSearch, wishes: readonly Wish[]): Promise<Optimization> {
  let before: Optimization | undefined;
  for (const [k, wish] of wishes.entries()) {
    const others = wishes.slice(0, k);
    const best = await searchPlan(search, others, goalOfAsk(search.model, wish.ask));
    if (!('spend' in best)) break;
    // Limits come first, and these can hold.
    if (wish.wish === 'concentration') continue;
    if (best.value < wish.least || k + 1 === wishes.length) {
      const found = await outOfReach(search, others, wish, best);
      const apart = await outOfReachAlone(search, wish, wishes.slice(k + 1));
      return apart.length === 0 ? found : { ...found, apart };
    }
    before = await outOfReach(search, others, wish, best);
  }
  return before ?? { status: 'infeasible', proven: false, conflict: [], repairs: [] };
}

/** Which of further wishes no plan reaches, even where nothing else is asked for. */
async function outOfReachAlone(
  search: PlanSearch,
  first: Wish,
  further: readonly Wish[],
): Promise<NonNullable<Unreachable['apart']>> {
  const apart: NonNullable<Unreachable['apart']>[number][] = [];
  const priced = pricedWish(search.model);
  let before = first.wish;
  for (const wish of [...further, ...(priced === undefined ? [] : [priced])]) {
    const isNew = wish.wish !== before;
    before = wish.wish;
    if (wish.wish === 'concentration' || !isNew || search.signal?.aborted === true) continue;
    const best = outcomeIn(await unlessCancelled(searchPlan(search, [], goalOfAsk(search.model, wish.ask))));
    if (best === undefined || !provesShort(best, wish.least)) continue;
    const { bound, boundKind } = await howNear(search, [], wish, best);
    if (bound !== undefined && boundKind !== undefined) apart.push({ wish: wish.wish, bound, boundKind });
  }
  return apart;
}

/**
 * That a wish is missed, and by how much at least.
 *
 * @param others  what plans have to reach beside it
 * @param best  of the search for the most of what is asked
 */
export async function outOfReach(
  search: PlanSearch,
  others: readonly Wish[],
  wish: Wish,
  best: Outcome,
): Promise<Unreachable> {
  const near = await howNear(search, others, wish, best);
  const nearest = planOf(near.outcome.spend, search.model, 'nearest');
  const [result] = await wishResults(search.model, search.simulator, [wish], nearest, [0]);
  return missedBy(search, result!, near);
}

async function howNear(search: PlanSearch, others: readonly Wish[], wish: Wish, best: Outcome): Promise<HowNear> {
  const target = targetOf(wish);
  if (target !== undefined && wish.ratio !== undefined) return bestRatio(search, others, target, wish.ratio, best);
  if (target?.metric === 'payback') {
    const beside = others.filter((other) => targetOf(other) !== target);
    return earliestPayback(search, beside, target, best);
  }
  if (!provesShort(best, wish.least)) return { outcome: best };
  return { outcome: best, bound: wish.sign * best.bound, boundKind: best.boundKind };
}

function targetOf({ wish }: Wish): Target | undefined {
  return wish !== 'concentration' && 'target' in wish ? wish.target : undefined;
}

/** That a wish is missed by the plan that comes nearest. */
export function missedBy(
  { model, simulator }: PlanSearch,
  { wish, asked, reached }: WishResult,
  { outcome, bound, boundKind }: HowNear,
): Unreachable {
  return {
    status: 'unreachable',
    goal: model.goal.maximize,
    nearest: planOf(outcome.spend, model, 'nearest'),
    wish,
    asked,
    reached,
    bound: bound ?? reached,
    boundKind: boundKind ?? 'none',
    searchDraws: simulator.draws,
    iterations: outcome.iterations,
    simulations: outcome.simulations,
  };
}
