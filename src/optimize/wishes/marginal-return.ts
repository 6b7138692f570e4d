import type { Target } from '../../domain.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { bentChannels } from '../curves.ts';
import { mayNotBeConcave } from '../doubts.ts';
import { onePiece } from '../pieces.ts';
import { searchPlan, withBoundOf, type Outcome, type PlanSearch, outcomeIn } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { planOf } from '../task.ts';
import { bestRatio } from './best-ratio.ts';
import type { HowNear } from './how-near.ts';
import { goalOfAsk, targetWishes, type Wish } from './wishes.ts';

/** Marginal returns of a plan follow from slopes, which a search knows to the square root of its gap. */
const ROUNDING = 1e-3;

/**
 * The best plan in which the next unit of money brings at least so much revenue in every channel that is used: the
 * same search with no more spend in any period than where revenue less so much a unit is largest. By diminishing
 * returns no plan below that brings less; where periods or channels depend on each other one above it may do, so that
 * this is a search. Undefined when limits ask for more spend than that; `base` when it is stopped before that is known.
 *
 * @param base  the best plan without the target
 */
export async function holdMarginalReturn(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  least: number,
): Promise<Outcome | undefined> {
  if ((await marginalReturn(search, base.spend)) >= least * (1 - ROUNDING)) return base;
  const figure: Figure = { weights: { revenue: 1, media: -least } };
  const goal = goalOfAsk(search.model, { kind: 'mean', world: 0, figure, pieces: onePiece(search.model) });
  const paying = outcomeIn(
    await unlessCancelled(searchPlan({ ...search, linear: withoutLeast(search.linear) }, [], goal)),
  );
  // When this search is stopped, its plan is no measure of what is too much.
  if (search.signal?.aborted) return base;
  if (paying === undefined) return undefined;
  const upper = search.linear.upper.map((bound, k) => Math.min(bound, paying.spend[k]!));
  if (upper.some((bound, k) => bound < search.linear.lower[k]!)) return undefined;
  const found = outcomeIn(
    await unlessCancelled(searchPlan({ ...search, linear: { ...search.linear, upper } }, wishes)),
  );
  if (found !== undefined) return withBoundOf(search, found, base);
  return search.signal?.aborted ? base : undefined;
}

/** Halvings of the way from what the best plan has to what is asked. */
const HALVINGS = 6;

/**
 * How near plans come to a marginal return that none was found to have. Where returns diminish everywhere, the next unit of a plan
 * brings no more than a unit of it does on average, so that no marginal return is above the largest ROAS of all plans.
 *
 * @param base  the best plan without the target
 */
export async function bestMarginalReturn(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  least: number,
): Promise<HowNear> {
  const { model, looked } = search;
  let outcome = base;
  let [reached, missed] = [await marginalReturn(search, base.spend), least];
  for (let k = 0; k < HALVINGS && search.signal?.aborted !== true; k++) {
    const middle = (reached + missed) / 2;
    const found = await holdMarginalReturn(search, wishes, base, middle);
    if (found === undefined) missed = middle;
    else [reached, outcome] = [middle, found];
  }
  const target = { metric: 'roas', atLeast: least };
  const wish = targetWishes(model, target)[0]!;
  const isConcave =
    !bentChannels(model, looked[0]!.block).some(Boolean) &&
    !mayNotBeConcave(model, looked[0]!, { weights: { revenue: 1 } });
  if (!isConcave || wish.ratio === undefined) return { outcome };
  const best = outcomeIn(await unlessCancelled(searchPlan(search, wishes, goalOfAsk(model, wish.ask))));
  if (best === undefined) return { outcome };
  const { bound, boundKind } = await bestRatio(search, wishes, target, wish.ratio, best);
  return bound === undefined || boundKind === undefined ? { outcome } : { outcome, bound, boundKind };
}

/** The target on marginal returns, if there is one. */
export function marginalTarget(targets: readonly Target[]): (Target & { readonly atLeast: number }) | undefined {
  const found = targets.find(({ metric, atLeast }) => metric === 'marginalRoas' && atLeast !== undefined);
  return found === undefined ? undefined : { ...found, atLeast: found.atLeast! };
}

/** Expected revenue from the next unit of money in the channel where it brings least, of those that are used. */
export async function marginalReturn({ model, simulator }: PlanSearch, spend: Float64Array): Promise<number> {
  const plan = planOf(spend, model);
  const [answer] = await simulator.figures(
    { world: 0, plan, used: channelsUsed(plan) },
    [{ weights: { revenue: 1 } }],
    [false],
  );
  const { gradient } = answer!.sums;
  let smallest = Infinity;
  plan.spend.forEach((byPeriod, c) => {
    const total = byPeriod.reduce((sum, amount) => sum + amount, 0);
    if (total === 0) return;
    const next = byPeriod.reduce((sum, amount, t) => sum + (amount / total) * gradient[c * model.periods + t]!, 0);
    smallest = Math.min(smallest, next / simulator.draws);
  });
  return smallest;
}

/** The same limits with nothing that must be spent. */
function withoutLeast(linear: PlanSearch['linear']): PlanSearch['linear'] {
  return {
    ...linear,
    lower: new Float64Array(linear.lower.length),
    rows: linear.rows.flatMap(({ name, path, terms, most }) =>
      most === undefined ? [] : [{ name, path, terms, most }],
    ),
  };
}
