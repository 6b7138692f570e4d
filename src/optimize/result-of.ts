import type { Optimization, Plan, WishResult } from '../domain.ts';
import { checkLimits } from './check-limits.ts';
import { bindingLimits } from './explain/binding.ts';
import type { Outcome, PlanSearch } from './search-plan.ts';
import { planOf } from './task.ts';
import { marginalReturn, marginalTarget } from './wishes/marginal-return.ts';
import { returnChances, returnResults } from './wishes/return-chances.ts';
import { wishResults } from './wishes/wish-results.ts';
import type { Wish } from './wishes/wishes.ts';

/** What holding a wish costs: change of the goal per unit by which what is asked for it rises. */
interface HeldWish {
  readonly wish: Wish;
  readonly worth: number;
}

/** A plan that was found as the answer: with its gap, what it reaches of all that is asked, and the limits that bind. */
export async function resultOf(
  search: PlanSearch,
  outcome: Outcome,
  held: readonly HeldWish[],
): Promise<Optimization & { readonly plan: Plan }> {
  const { model, simulator, linear, tolerance } = search;
  const { spend, value, bound, gap, boundKind, concave, iterations, simulations } = outcome;
  const { last } = outcome.search;
  const plan = planOf(spend, model);
  checkLimits(model, plan);
  const wishes = held.map(({ wish }) => wish);
  const worths = held.map(({ worth }) => worth);
  return {
    status: gap <= tolerance && concave ? 'optimal' : 'best found',
    goal: model.goal.maximize,
    plan,
    lowerBound: value,
    upperBound: bound,
    gap,
    gapKind: concave ? boundKind : 'none',
    searchDraws: simulator.draws,
    iterations,
    simulations,
    wishes: [
      ...(await wishResults(model, simulator, wishes, plan, worths)),
      ...(await marginalResults(search, spend)),
      ...(await returnResults(search, spend, returnChances(model.targets))),
    ],
    binding: last === undefined ? [] : bindingLimits(linear, last),
  };
}

/** What a plan reaches of a target on expected marginal returns; nothing where there is none. */
async function marginalResults(search: PlanSearch, spend: Float64Array): Promise<readonly WishResult[]> {
  const target = marginalTarget(search.model.targets);
  if (target === undefined) return [];
  return [{ wish: { target }, asked: target.atLeast, reached: await marginalReturn(search, spend), worth: 0 }];
}
