import { goalOfSpend, outcomeIn, scaleOf, searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { climbKeeping, withWorths } from './climb-keeping.ts';
import { farthestAlong } from './farthest-along.ts';
import { excessOf, meanAt, openPriceTrials, type PriceTrials, type Tried } from './price-trials.ts';
import { pricedGoal } from './priced-goal.ts';
import { goalOfAsk, type PricedWish, type Wish } from './wishes.ts';

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
  const per = wish.ratio?.per;
  const held = async (outcome: Outcome, price: number): Promise<HeldPriced> => ({
    outcome,
    nearest: outcome,
    price,
    rated: per === undefined || (await meanAt(search, per, outcome.spend)) > 0,
  });
  const trials = await openPriceTrials(search, wishes, wish, base);
  if (trials.start.excess >= 0) return held(base, 0);
  if (pricedGoal(search, wish.ask.figure, 1) === undefined) return undefined;
  const near = await nearbyPlan(trials);
  if (near !== undefined) trials.keep(near);
  const { short, enough: found } = await raisedPrices(trials);
  const enough = found ?? (trials.best() === undefined ? await mostExcess(trials, short) : undefined);
  if (enough !== undefined && enough.excess < 0 && trials.best() === undefined) {
    return { outcome: undefined, nearest: enough.outcome, price: 0, rated: true };
  }
  if (enough !== undefined) trials.keep(enough);
  const last = enough === undefined ? trials.best()! : await closedIn(trials, short, enough);
  return held(trials.proven(), last.price === Infinity ? 0 : last.price);
}

/** A plan that has what is asked, near the best one without it: what it costs there is the price, where returns diminish. */
async function nearbyPlan({ search, wishes, wish, start }: PriceTrials): Promise<Tried | undefined> {
  const base = start.outcome;
  const near = await climbKeeping(search, [...wishes, wish], base.spend);
  if (near === undefined) return undefined;
  return {
    outcome: withWorths({ ...base, spend: near.spend, value: near.value }, near.worths),
    excess: await excessOf(search, wish, near.spend),
    price: Math.max(0, -near.worths.at(-1)!),
  };
}

/** The first price tried makes up what is missing with this share of what is at stake. */
const FIRST_SHARE = 0.1;
/** It grows by so much, and so often at most, until satisfaction is reached. */
const GROWTH = 8;
const MOST_GROWTHS = 8;
/** After a price that a plan nearby told, which may be a little too low. */
const FIRST_GROWTH = 1.1;
/** A search that leaves such a gap proves little of what is held by its price. */
const POOR = 0.1;

/** Two plans at prices that enclose the one that is sought; without the dearer one where none is needed or none has what is asked. */
interface Enclosed {
  readonly short: Tried;
  readonly enough?: Tried;
}

/** Higher and higher prices, until the best plan at one has what is asked. */
async function raisedPrices(trials: PriceTrials): Promise<Enclosed> {
  const { search, start } = trials;
  const { value, spend } = start.outcome;
  const guess = trials.best()?.price ?? 0;
  let short = start;
  let price = guess > 0 ? guess : (FIRST_SHARE * scaleOf(search)(value, spend)) / -start.excess;
  for (let k = 0; k < MOST_GROWTHS && !trials.isOver(); k++) {
    const best = trials.best();
    const tried = await trials.at(price, best?.outcome.spend ?? short.outcome.spend);
    if (tried === undefined) break;
    if (best !== undefined && tried.outcome.gap > POOR) {
      await proveByLess(trials, best);
      break;
    }
    if (tried.excess >= 0) return { short, enough: tried };
    // Where a higher price changes nothing, none does.
    if (k > 0 && tried.excess <= short.excess) break;
    short = tried;
    price *= guess > 0 && k === 0 ? FIRST_GROWTH : GROWTH;
  }
  return { short };
}

/** A price falls to this part of itself. */
const LESS = 3;

/** Where a search at a price proves little, it may prove more at a lower one, of which there is less to prove. */
async function proveByLess(trials: PriceTrials, { price, outcome }: Tried): Promise<void> {
  let before = Infinity;
  for (let less = price / LESS; trials.bound() < before && trials.search.signal?.aborted !== true; less /= LESS) {
    before = trials.bound();
    if ((await trials.at(less, outcome.spend)) === undefined) return;
  }
}

/** The plan in which excess is the largest, whatever that costs; the one before where nothing better is found. */
async function mostExcess({ search, wishes, wish }: PriceTrials, before: Tried): Promise<Tried> {
  const goal = goalOfAsk(search.model, wish.ask);
  const from = before.outcome.spend;
  const found = outcomeIn(await unlessCancelled(searchPlan({ ...search, from }, wishes, goal)));
  if (found === undefined) return before;
  const excess = await excessOf(search, wish, found.spend);
  if (excess <= before.excess) return before;
  return { outcome: { ...found, value: await goalOfSpend(search, found.spend) }, excess, price: Infinity };
}

/** Prices tried between one that is too low and one that is high enough. */
const MOST_PRICES = 8;

/** The best plan at the lowest price tried between two that has what is asked; all that have it are kept. */
async function closedIn(trials: PriceTrials, tooLow: Tried, highEnough: Tried): Promise<Tried> {
  let [short, enough] = [tooLow, highEnough];
  for (let k = 0; k < MOST_PRICES; k++) {
    if (trials.wishes.length === 0) trials.keep(await onTheWay(trials, short, enough));
    if (trials.isOver() || enough.price === Infinity) break;
    const tried = await trials.at(between(short, enough, k), trials.best()!.outcome.spend);
    if (tried === undefined) break;
    if (tried.excess < 0) short = tried;
    else {
      enough = tried;
      trials.keep(tried);
    }
  }
  return enough;
}

/** The plan between two that has only just what is asked. */
async function onTheWay({ search, wish }: PriceTrials, miss: Tried, hit: Tried): Promise<Tried> {
  const reaches = async (spend: Float64Array) => (await excessOf(search, wish, spend)) >= 0;
  const spend = await farthestAlong(search, hit.outcome.spend, miss.outcome.spend, reaches);
  const value = await goalOfSpend(search, spend);
  return { ...hit, outcome: { ...hit.outcome, spend, value }, excess: await excessOf(search, wish, spend) };
}

/** A price this near to one that was tried, as a share of the way to the other, tells nothing new. */
const NEAR = 0.01;

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
