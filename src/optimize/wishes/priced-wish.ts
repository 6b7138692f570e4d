import type { Figure } from '../../simulate/goal/figure.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import { goalOfSpend, outcomeIn, scaleOf, searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { planOf } from '../task.ts';
import { climbKeeping, withWorths } from './climb-keeping.ts';
import { farthestAlong } from './farthest-along.ts';
import { pricedGoal } from './priced-goal.ts';
import { meanOfFigure } from './wish-results.ts';
import { goalOfAsk, type PricedWish, type Wish } from './wishes.ts';

/** The first price tried makes up what is missing with this share of what is at stake. */
const FIRST_SHARE = 0.1;
/** It grows by so much, and so often at most, until satisfaction is reached. */
const GROWTH = 8;
const MOST_GROWTHS = 8;
/** After a price that a plan nearby told, which may be a little too low. */
const FIRST_GROWTH = 1.1;
/** A search that leaves such a gap proves little of what is held by its price. */
const POOR = 0.1;
const LESS = 3;
/** A gap that keeps this share of itself over so many prices hardly moves. */
const STALE = 0.9;
const PATIENCE = 2;
/** Prices tried between one that is too low and one that is high enough. */
const MOST_PRICES = 8;
/** Of the gap that is allowed, what the search at one price may keep: the price itself needs the rest. */
const SEARCH_SHARE = 0.5;
/** A price this near to one that was tried, as a share of the way to the other, tells nothing new. */
const NEAR = 0.01;

export interface HeldPriced {
  /** The best plan found that reaches it; undefined when there is none. */
  readonly outcome: Outcome | undefined;
  /** The plan that came nearest. */
  readonly nearest: Outcome;
  /** What a unit of the figure counts in the goal: a customer who is more satisfied by one than is asked, or an hour less. */
  readonly price: number;
  /** Whether the plan has anything that is asked about: customers of whom satisfaction is known. */
  readonly rated: boolean;
}

/** A plan with its goal, and with what its figure is above what is asked: of satisfaction, added up over customers. */
interface Tried {
  readonly outcome: Outcome;
  readonly excess: number;
  readonly price: number;
}

/**
 * The best plan in which customers are as satisfied on average as is asked, or take no more hours: those of channels below pull the
 * mean down, and hours rise with returns that diminish, so the limit is not convex, and tangents of it would prove nothing. But with
 * a price on what is missing, each customer counts more or less by their channel, and the goal stays as concave as it was: the price is raised until the best plan reaches what is asked. Any price
 * bounds the goal of all plans that do (Lagrange duality), so that the plan is proven as well as any other. Where no price meets
 * what is asked exactly, the way between the two best plans is gone as far as it can be.
 *
 * Source: Everett, "Generalized Lagrange multiplier method" (1963).
 *
 * @param base  the best plan without it
 * @returns  undefined for goals of which the mean is no part: no price can be put into them
 */
export async function holdPriced(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  wish: PricedWish,
): Promise<HeldPriced | undefined> {
  const { figure } = wish.ask;
  const excessOf = async (spend: Float64Array) => (await meanAt(search, figure, spend)) - wish.least;
  const start: Tried = { outcome: base, excess: await excessOf(base.spend), price: 0 };
  const per = wish.ratio?.per;
  const held = async (outcome: Outcome, price: number): Promise<HeldPriced> => ({
    outcome,
    nearest: outcome,
    price,
    rated: per === undefined || (await meanAt(search, per, outcome.spend)) > 0,
  });
  if (start.excess >= 0) return held(base, 0);
  if (pricedGoal(search, figure, 1) === undefined) return undefined;

  const scale = scaleOf(search);
  const gapOf = ({ outcome: { value, spend } }: Tried, bound: number) =>
    Math.max(0, bound - value) / scale(value, spend);
  let bound = base;
  let { iterations, simulations } = base;
  const tryPrice = async (price: number, from: Float64Array): Promise<Tried | undefined> => {
    const goal = pricedGoal(search, figure, price)!;
    const narrow = { ...search, from, tolerance: SEARCH_SHARE * search.tolerance };
    const found = outcomeIn(await unlessCancelled(searchPlan(narrow, wishes, goal)));
    if (found === undefined) return undefined;
    iterations += found.iterations;
    simulations += found.simulations;
    const excess = await excessOf(found.spend);
    const value = await goalOfSpend(search, found.spend);
    // The price times excess, and times what is there without the plan, which the goal counts as well.
    const most = found.bound - (found.value - value) + price * excess;
    if (most < bound.bound && (found.concave || !bound.concave)) {
      bound = { ...bound, bound: most, boundKind: found.boundKind, concave: found.concave };
    }
    return { outcome: { ...found, value }, excess, price };
  };

  const onTheWay = async (miss: Tried, hit: Tried): Promise<Tried> => {
    const reaches = async (spend: Float64Array) => (await excessOf(spend)) >= 0;
    const spend = await farthestAlong(search, hit.outcome.spend, miss.outcome.spend, reaches);
    const value = await goalOfSpend(search, spend);
    return { ...hit, outcome: { ...hit.outcome, spend, value }, excess: await excessOf(spend) };
  };

  // A plan that reaches it, near the best one: what it costs there is the price, where returns diminish.
  const near = await climbKeeping(search, [...wishes, wish], base.spend);
  let best: Tried | undefined = near && {
    outcome: withWorths({ ...base, spend: near.spend, value: near.value }, near.worths),
    excess: await excessOf(near.spend),
    price: Math.max(0, -near.worths.at(-1)!),
  };
  const keep = (other: Tried): void => {
    if (best === undefined || other.outcome.value > best.outcome.value) best = other;
  };
  const gaps: number[] = [];
  /** Whether the plan is proven well enough, or prices hardly prove more. */
  const isOver = (): boolean => {
    if (search.signal?.aborted === true) return true;
    if (best === undefined) return false;
    gaps.push(gapOf(best, bound.bound));
    return gaps.at(-1)! <= search.tolerance || gaps.at(-1)! > STALE * (gaps.at(-1 - PATIENCE) ?? Infinity);
  };

  /** Where a search at a price proves little, it may prove more at a lower one, of which there is less to prove. */
  const proveByLess = async ({ price: most, outcome }: Tried): Promise<void> => {
    let before = Infinity;
    for (let less = most / LESS; bound.bound < before && search.signal?.aborted !== true; less /= LESS) {
      before = bound.bound;
      if ((await tryPrice(less, outcome.spend)) === undefined) return;
    }
  };

  let short = start;
  let enough: Tried | undefined;
  const guessed = best !== undefined && best.price > 0;
  let price = guessed ? best!.price : (FIRST_SHARE * scale(base.value, base.spend)) / -start.excess;
  for (let k = 0; k < MOST_GROWTHS && enough === undefined && !isOver(); k++) {
    const tried = await tryPrice(price, best?.outcome.spend ?? short.outcome.spend);
    if (tried === undefined) break;
    if (best !== undefined && tried.outcome.gap > POOR) {
      await proveByLess(best);
      break;
    }
    if (tried.excess >= 0) enough = tried;
    // Where a higher price changes nothing, none does.
    else if (k > 0 && tried.excess <= short.excess) break;
    else short = tried;
    price *= guessed && k === 0 ? FIRST_GROWTH : GROWTH;
  }
  if (enough === undefined && best === undefined) enough = await mostExcess(search, wishes, wish, short);
  if (enough !== undefined && enough.excess < 0 && best === undefined) {
    return { outcome: undefined, nearest: enough.outcome, price: 0, rated: true };
  }
  if (enough !== undefined) keep(enough);

  for (let k = 0; k < MOST_PRICES && enough !== undefined; k++) {
    if (wishes.length === 0) keep(await onTheWay(short, enough));
    if (isOver() || enough.price === Infinity) break;
    const tried: Tried | undefined = await tryPrice(between(short, enough, k), best!.outcome.spend);
    if (tried === undefined) break;
    if (tried.excess < 0) short = tried;
    else {
      enough = tried;
      keep(tried);
    }
  }
  const { boundKind, concave } = bound;
  const most = Math.max(bound.bound, best!.outcome.value);
  const gap = gapOf(best!, most);
  const outcome = { ...best!.outcome, bound: most, boundKind, concave, gap, iterations, simulations };
  const last = enough ?? best!;
  return held(outcome, last.price === Infinity ? 0 : last.price);
}

/**
 * A price between two: in turn where excess is gone if it rises evenly with the price, as it does where returns diminish, and where both
 * plans are equally good, which is the price sought where excess jumps. In the middle where either is hardly elsewhere.
 */
function between(short: Tried, enough: Tried, turn: number): number {
  const way = enough.price - short.price;
  const rise = enough.excess - short.excess;
  const even = (short.outcome.value - enough.outcome.value) / rise;
  const share = turn % 2 === 0 ? -short.excess / rise : (even - short.price) / way;
  return short.price + (share > NEAR && share < 1 - NEAR ? share : 1 / 2) * way;
}

/** Mean of a figure under a plan. */
async function meanAt({ model, simulator }: PlanSearch, figure: Figure, spend: Float64Array): Promise<number> {
  const plan = planOf(spend, model);
  return meanOfFigure(simulator, { world: 0, plan, used: channelsUsed(plan) }, figure);
}

/** The plan in which excess is the largest, whatever that costs; the one before where nothing better is found. */
async function mostExcess(
  search: PlanSearch,
  wishes: readonly Wish[],
  { ask, least }: PricedWish,
  before: Tried,
): Promise<Tried> {
  const goal = goalOfAsk(search.model, ask);
  const from = before.outcome.spend;
  const found = outcomeIn(await unlessCancelled(searchPlan({ ...search, from }, wishes, goal)));
  if (found === undefined) return before;
  const excess = (await meanAt(search, ask.figure, found.spend)) - least;
  if (excess <= before.excess) return before;
  return { outcome: { ...found, value: await goalOfSpend(search, found.spend) }, excess, price: Infinity };
}
