import type { Model, Target } from '../../domain.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { isSeparable } from '../../simulate/goal/figure-in-block.ts';
import { nextUnit, spentFromNow } from '../../simulate/goal/next-unit.ts';
import { ROUNDING } from '../../simulate/goal/target-figure.ts';
import { REVENUE } from '../../simulate/next-returns.ts';
import { bentChannels } from '../curves.ts';
import { mayNotBeConcave } from '../doubts.ts';
import { onePiece } from '../pieces.ts';
import { searchPlan, withBoundOf, type Outcome, type PlanSearch, outcomeIn } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { planOf } from '../task.ts';
import { bestPlan } from './best-plan.ts';
import { bestRatio } from './best-ratio.ts';
import type { HowNear } from './how-near.ts';
import { goalOfAsk, targetWishes, type Wish } from './wishes.ts';

/** What a target on marginal returns leaves of a search. */
export interface HeldReturn {
  readonly outcome: Outcome;
  /** All limits, and no more spend than has the return that is asked. */
  readonly linear: PlanSearch['linear'];
}

/**
 * The best plan in which the next unit of money brings at least so much revenue in every channel that is used: the
 * same search with no more spend in any channel than has that return. With one period, diminishing returns and channels
 * that depend on their own spend only, a channel has it exactly up to some spend, so that what is found is proven like any
 * other plan. Else the caps are near where revenue less so much a unit is largest: by diminishing returns no plan below that
 * brings less; where periods or channels depend on each other one above it may do, so that this is a search. Undefined when
 * limits ask for more spend than that; `base` when it is stopped before that is known.
 *
 * @param base  the best plan without the target
 */
export async function holdMarginalReturn(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  least: number,
): Promise<HeldReturn | undefined> {
  const { linear } = search;
  if ((await marginalReturn(search, base.spend)) >= least * (1 - ROUNDING)) return { outcome: base, linear };
  const exact = isExactByChannel(search);
  const paying = exact ? undefined : await payingPlan(search, least);
  // When this search is stopped, its plan is no measure of what is too much.
  if (search.signal?.aborted) return { outcome: base, linear };
  if (!exact && paying === undefined) return undefined;
  const [from, to] = paying === undefined ? [0, linear.upper] : [LEAST_OF_PAYING, timesAll(MOST_OF_PAYING, paying)];
  let capped = withCaps(search, linear, await capsWhere(search, from, to, hasReturn(search, least)));
  for (let trial = 0; capped !== undefined; trial++) {
    const found = outcomeIn(await unlessCancelled(bestPlan({ ...search, linear: capped }, wishes)));
    if (found === undefined) break;
    const outcome = exact ? found : withBoundOf(search, found, base);
    const isHeld = (await marginalReturn(search, found.spend)) >= least * (1 - ROUNDING);
    if (isHeld || trial === TRIALS) return { outcome, linear: capped };
    capped = withCaps(search, capped, await capsWhere(search, 0, found.spend, hasReturn(search, least)));
  }
  return search.signal?.aborted ? { outcome: base, linear } : undefined;
}

/** Searches again where channels that depend on each other have less return together than alone. */
const TRIALS = 2;

/** What pays is known to what its search left open: slopes to the square root of that. Caps are looked for in these shares of it. */
const LEAST_OF_PAYING = 0.6;
const MOST_OF_PAYING = 1.25;

/** Whether a channel has a return that is asked exactly up to some spend, whatever others get. */
export function isExactByChannel(search: PlanSearch): boolean {
  return search.model.periods === 1 && isSeparable(search.model) && diminishes(search);
}

/** Whether revenue is known to grow less and less with spend. */
function diminishes({ model, looked: [conditions] }: PlanSearch): boolean {
  return (
    !bentChannels(model, conditions!.block).some(Boolean) &&
    !mayNotBeConcave(model, conditions!, { weights: { revenue: 1 } })
  );
}

/** Spend where revenue less so much a unit is largest; undefined where no plan was found. */
async function payingPlan(search: PlanSearch, least: number): Promise<Float64Array | undefined> {
  const figure: Figure = { weights: { revenue: 1, media: -least } };
  const goal = goalOfAsk(search.model, { kind: 'mean', world: 0, figure, pieces: onePiece(search.model) });
  const found = await unlessCancelled(searchPlan({ ...search, linear: withoutLeast(search) }, [], goal));
  return outcomeIn(found)?.spend;
}

/** Expected returns as caps ask for them: whether each channel has so much. */
function hasReturn(search: PlanSearch, least: number) {
  return async (spend: Float64Array) => (await returnsOf(search, spend)).map((next) => next >= least);
}

/** Halvings of the way between spend that has a return and spend that has not: to a share of 1e-12. */
const CAP_HALVINGS = 40;

/**
 * The most spend by column in which all channels have what is asked, on the straight way from a share of `to`, all channels
 * at once; that share where even this has less, and no more than `to`.
 *
 * @param holdsAt  whether each channel has what is asked with this spend in all
 */
export async function capsWhere(
  search: PlanSearch,
  from: number,
  to: Float64Array,
  holdsAt: (spend: Float64Array) => Promise<readonly boolean[]>,
): Promise<Float64Array> {
  const { periods, channels } = search.model;
  const at = (shares: readonly number[]) =>
    to.map((amount, k) => (isToCome(search.model, k) ? amount * shares[Math.floor(k / periods)]! : amount));
  const isFree = await holdsAt(at(channels.map(() => 1)));
  let low = channels.map(() => from);
  let high = channels.map(() => 1);
  for (let k = 0; k < CAP_HALVINGS && search.signal?.aborted !== true; k++) {
    const middle = low.map((share, c) => (isFree[c] ? 1 : (share + high[c]!) / 2));
    const holds = await holdsAt(at(middle));
    low = low.map((share, c) => (holds[c] ? middle[c]! : share));
    high = high.map((share, c) => (holds[c] ? share : middle[c]!));
  }
  return at(low.map((share, c) => (isFree[c] ? 1 : share)));
}

export function isToCome(model: Pick<Model, 'periods' | 'settled'>, column: number): boolean {
  return column % model.periods >= model.settled;
}

/** The same limits and no more than these amounts in periods to come; undefined where others ask for more. */
function withCaps(
  search: PlanSearch,
  linear: PlanSearch['linear'],
  caps: Float64Array,
): PlanSearch['linear'] | undefined {
  const upper = linear.upper.map((bound, k) => (isToCome(search.model, k) ? Math.min(bound, caps[k]!) : bound));
  return upper.some((bound, k) => bound < linear.lower[k]!) ? undefined : { ...linear, upper };
}

function timesAll(factor: number, amounts: Float64Array): Float64Array {
  return amounts.map((amount) => factor * amount);
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
  const { model } = search;
  let outcome = base;
  let [reached, missed] = [await marginalReturn(search, base.spend), least];
  for (let k = 0; k < HALVINGS && search.signal?.aborted !== true; k++) {
    const middle = (reached + missed) / 2;
    const found = await holdMarginalReturn(search, wishes, base, middle);
    if (found === undefined) missed = middle;
    else [reached, outcome] = [middle, found.outcome];
  }
  const target = { metric: 'roas', atLeast: least };
  const wish = targetWishes(model, target)[0]!;
  if (!diminishes(search) || wish.ratio === undefined) return { outcome };
  const best = outcomeIn(await unlessCancelled(searchPlan(search, wishes, goalOfAsk(model, wish.ask))));
  if (best === undefined) return { outcome };
  const { bound, boundKind } = await bestRatio(search, wishes, target, wish.ratio, best);
  return bound === undefined || boundKind === undefined ? { outcome } : { outcome, bound, boundKind };
}

/** The target on expected marginal returns, if there is one. */
export function marginalTarget(targets: readonly Target[]): (Target & { readonly atLeast: number }) | undefined {
  return targets.find(
    (target): target is Target & { readonly atLeast: number } =>
      target.metric === 'marginalRoas' && target.atLeast !== undefined && target.probability === undefined,
  );
}

/** Expected revenue from the next unit of money in the channel where it brings least, of those that are used. */
export async function marginalReturn(search: PlanSearch, spend: Float64Array): Promise<number> {
  const returns = await returnsOf(search, spend);
  const isSpent = spentFromNow(search.model, planOf(spend, search.model));
  return Math.min(...returns.filter((_, c) => isSpent[c]));
}

/** The same by channel, spread over periods to come as the plan spreads what it spends there; evenly where that is nothing. */
async function returnsOf({ model, simulator }: PlanSearch, spend: Float64Array): Promise<readonly number[]> {
  const plan = planOf(spend, model);
  const [answer] = await simulator.figures({ world: 0, plan, used: channelsUsed(plan) }, [REVENUE], [false]);
  const { gradient } = answer!.sums;
  return nextUnit(model, plan).map((unit, c) => {
    const next = unit.reduce((sum, share, t) => sum + share * gradient[c * model.periods + t]!, 0);
    return next / simulator.draws;
  });
}

/** The same limits with nothing that must be spent in periods to come. */
function withoutLeast(search: PlanSearch): PlanSearch['linear'] {
  const { linear } = search;
  return {
    ...linear,
    lower: linear.lower.map((bound, k) => (isToCome(search.model, k) ? 0 : bound)),
    rows: linear.rows.flatMap(({ name, path, terms, most }) =>
      most === undefined ? [] : [{ name, path, terms, most }],
    ),
  };
}
