import type { Model, Optimization, WishResult } from '../domain.ts';
import { clashOf } from './conflict/clash.ts';
import type { OptimizeInput } from './optimize-input.ts';
import { resultOf } from './result-of.ts';
import { outcomeIn, searchPlan, type Outcome, type PlanSearch } from './search-plan.ts';
import type { SpendProgram } from './spend-program.ts';
import { unlessCancelled } from './stop-sign.ts';
import { planOf } from './task.ts';
import { USUAL_TOLERANCE } from './usual-tolerance.ts';
import { bestPlan } from './wishes/best-plan.ts';
import { chanceBound } from './wishes/chance-bound.ts';
import { holdChances, withLongerBase, type HeldChances } from './wishes/chance-targets.ts';
import { holdReturnChances } from './wishes/hold-return-chances.ts';
import {
  bestMarginalReturn,
  holdMarginalReturn,
  isExactByChannel,
  marginalReturn,
  marginalTarget,
} from './wishes/marginal-return.ts';
import { holdPriced } from './wishes/priced-wish.ts';
import { returnChanceBound } from './wishes/return-chance-bound.ts';
import { returnChances, returnResults } from './wishes/return-chances.ts';
import { missedBy, outOfReach, unreachable } from './wishes/unreachable.ts';
import { wishResults } from './wishes/wish-results.ts';
import { drawsOfToday, goalOfAsk, pricedWish, wishesOf, type PricedWish, type Wish } from './wishes/wishes.ts';

/** What is asked of a plan: limits, and wishes on means and worst cases that tangents hold. */
interface Asked {
  readonly search: PlanSearch;
  readonly wishes: readonly Wish[];
}

/** The best plan found that has what was asked for so far. */
interface Held {
  readonly outcome: Outcome;
  /** With caps on spend by which a part of it is held. */
  readonly search: PlanSearch;
  /** Whether all plans that have it are within these caps: those that were only searched for say nothing of plans above them. */
  readonly isWhole: boolean;
  /** What is held by its price, if anything is, and what a unit of it counts. */
  readonly priced?: PricedWish;
  readonly price?: number;
}

/**
 * The best plan within these bounds of spend, or why there is none. What is asked is held in turn: first all that tangents hold, then
 * the return of the next unit of money, its chance, what is held by a price, and other chances, each from the plan before.
 */
export async function bestWithin(input: OptimizeInput, linear: SpendProgram): Promise<Optimization> {
  const { model, simulator, tolerance = USUAL_TOLERANCE } = input;
  const today = await drawsOfToday(model, simulator, 1 + (model.goal.worstOf?.length ?? 0));
  const asked: Asked = { search: { ...input, linear, today, tolerance }, wishes: wishesOf(model, today) };
  let held = await withTangents(asked);
  for (const step of [withMarginalReturn, withReturnChances, withPriced]) {
    if (isAnswer(held)) return held;
    held = await step(asked, held);
  }
  return isAnswer(held) ? held : withChances(asked, held);
}

function isAnswer(step: Held | Optimization): step is Optimization {
  return 'status' in step;
}

/** Parts of the search space after which it is looked whether chances can be had. */
const NODES_OF_BRIEF = 12;

/** What tangents hold. Where only chances are asked for beside it, the search pauses: the proof would be for nothing if they are out of reach. */
async function withTangents({ search, wishes }: Asked): Promise<Held | Optimization> {
  const brief = asksOnlyChances(search.model) ? { ...search, pauseAfter: NODES_OF_BRIEF } : search;
  const outcome = await bestPlan(brief, wishes);
  if ('spend' in outcome) return { outcome, search, isWhole: true };
  const clash = await clashOf(search);
  return clash === undefined ? unreachable(search, wishes) : { status: 'infeasible', ...clash };
}

/** Whether nothing is asked apart from limits and means but chances of figures. */
function asksOnlyChances(model: Model): boolean {
  const { targets, goal } = model;
  const isAsked = targets.some(({ probability }) => probability !== undefined);
  const isElse = targets.some(({ metric }) => metric === 'marginalRoas') || pricedWish(model) !== undefined;
  return isAsked && !isElse && goal.chanceOf === undefined;
}

/** An expected return of the next unit of money, held by caps. */
async function withMarginalReturn({ search, wishes }: Asked, held: Held): Promise<Held | Optimization> {
  const target = marginalTarget(search.model.targets);
  if (target === undefined) return held;
  const { atLeast } = target;
  const found = await holdMarginalReturn(search, wishes, held.outcome, atLeast);
  if (found !== undefined) {
    const { outcome, linear } = found;
    return { outcome, search: { ...search, linear }, isWhole: linear === search.linear || isExactByChannel(search) };
  }
  const near = await bestMarginalReturn(search, wishes, held.outcome, atLeast);
  const reached = await marginalReturn(search, near.outcome.spend);
  return missedBy(search, { wish: { target }, asked: atLeast, reached, worth: 0 }, near);
}

/** The chance of such a return, by caps and steps within them. */
async function withReturnChances({ search, wishes }: Asked, held: Held): Promise<Held | Optimization> {
  const chances = returnChances(search.model.targets);
  const { outcome, nearest, linear } = await holdReturnChances(held.search, wishes, held.outcome, chances);
  if (outcome !== undefined) {
    return { outcome, search: { ...search, linear }, isWhole: held.isWhole && linear === held.search.linear };
  }
  const worst = mostMissed(await returnResults(search, nearest.spend, chances));
  const bound = 'target' in worst.wish ? await returnChanceBound(search, worst.wish.target) : undefined;
  return missedBy(search, worst, { outcome: nearest, ...bound });
}

/** Satisfaction or hours, by a price on what is missing. A chance as the goal has no mean to put it into: there these are judged only. */
async function withPriced({ wishes }: Asked, held: Held): Promise<Held | Optimization> {
  const { search, isWhole } = held;
  const { model, simulator } = search;
  const wish = pricedWish(model);
  if (wish === undefined || model.goal.chanceOf !== undefined) return held;
  const found = await holdPriced(search, wishes, held.outcome, wish);
  if (found === undefined) return held;
  const { outcome, nearest, rated, price } = found;
  if (outcome !== undefined) return { ...held, outcome, price, ...(rated ? { priced: wish } : {}) };
  const searching = searchPlan({ ...search, from: nearest.spend }, wishes, goalOfAsk(model, wish.ask));
  const most = outcomeIn(await unlessCancelled(searching));
  if (most !== undefined && isWhole) return outOfReach(search, wishes, wish, most);
  const [result] = await wishResults(model, simulator, [wish], planOf(nearest.spend, model), [0]);
  return missedBy(search, result!, { outcome: nearest });
}

/** The chances of all other figures, and what all of it comes to. */
async function withChances({ search: whole, wishes }: Asked, held: Held): Promise<Optimization> {
  const { search, isWhole, priced } = held;
  const { model, simulator } = search;
  const found = await holdChances(search, wishes, held.outcome, priced);
  const chances = asksOnlyChances(model) ? await withProof(search, wishes, found, held.outcome) : found;
  const { outcome } = chances;
  if (outcome === undefined) {
    const nearest = planOf(chances.nearest.spend, model);
    const worst = mostMissed(await wishResults(model, simulator, chances.wishes, nearest, []));
    if (!isWhole || !('target' in worst.wish)) return missedBy(search, worst, { outcome: chances.nearest });
    const { target } = worst.wish;
    const bound = chances.beyond?.target === target ? chances.beyond : await chanceBound(search, wishes, target);
    return missedBy(search, worst, { outcome: chances.nearest, ...bound });
  }
  const price = chances.price ?? held.price ?? 0;
  const { guardWorths } = outcome.search;
  return resultOf(whole, outcome, [
    ...wishes.map((wish, k) => ({ wish, worth: guardWorths[k] ?? 0 })),
    ...(priced === undefined ? [] : [{ wish: priced, worth: 0 - price }]),
    ...chances.wishes.map((wish) => ({ wish, worth: 0 })),
  ]);
}

/** The plan that has all chances, after the search without them that paused is done. */
async function withProof(
  search: PlanSearch,
  wishes: readonly Wish[],
  held: HeldChances,
  brief: Outcome,
): Promise<HeldChances> {
  const { outcome } = held;
  if (outcome === undefined || brief.resume === undefined || search.signal?.aborted === true) return held;
  const full = await unlessCancelled(brief.resume());
  return full === undefined ? held : withLongerBase(search, wishes, { ...held, outcome }, brief, full);
}

/** The chance that is missed by most. */
function mostMissed(results: readonly WishResult[]): WishResult {
  return results.toSorted((a, b) => a.reached - a.asked - (b.reached - b.asked))[0]!;
}
