import type { Figure } from '../../simulate/goal/figure.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import { goalOfSpend, outcomeIn, scaleOf, searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { planOf } from '../task.ts';
import { pricedGoal } from './priced-goal.ts';
import { meanOfFigure } from './wish-results.ts';
import type { PricedWish, Wish } from './wishes.ts';

/** A plan with its goal, and with what its figure is above what is asked: of satisfaction, added up over customers. */
export interface Tried {
  readonly outcome: Outcome;
  readonly excess: number;
  readonly price: number;
}

/** The same goal with one price after another on what is asked, and what all of them together have shown. */
export interface PriceTrials {
  readonly search: PlanSearch;
  readonly wishes: readonly Wish[];
  readonly wish: PricedWish;
  /** The best plan without what is asked. */
  readonly start: Tried;
  /** The best plan at a price, looked for from another one; undefined when the search was stopped. */
  at(price: number, from: Float64Array): Promise<Tried | undefined>;
  /** Takes a plan that has what is asked for the best one, if it is. */
  keep(tried: Tried): void;
  best(): Tried | undefined;
  /** What no plan passes that has what is asked. */
  bound(): number;
  /** Whether the best plan is proven well enough, or prices hardly prove more; to be asked once for each price. */
  isOver(): boolean;
  /** The best plan with the least bound of all prices; there is one. */
  proven(): Outcome;
}

/** Of the gap that is allowed, what the search at one price may keep: the price itself needs the rest. */
const SEARCH_SHARE = 0.5;
/** A gap that keeps this share of itself over so many prices hardly moves. */
const STALE = 0.9;
const PATIENCE = 2;

/** See {@link PriceTrials}. */
export async function openPriceTrials(
  search: PlanSearch,
  wishes: readonly Wish[],
  wish: PricedWish,
  base: Outcome,
): Promise<PriceTrials> {
  const { figure } = wish.ask;
  const scale = scaleOf(search);
  const gaps: number[] = [];
  let best: Tried | undefined;
  let bound = base;
  let { iterations, simulations } = base;
  const gapTo = ({ outcome: { value, spend } }: Tried, most: number) => Math.max(0, most - value) / scale(value, spend);
  return {
    search,
    wishes,
    wish,
    start: { outcome: base, excess: await excessOf(search, wish, base.spend), price: 0 },
    best: () => best,
    bound: () => bound.bound,
    async at(price, from) {
      const goal = pricedGoal(search, figure, price)!;
      const narrow = { ...search, from, tolerance: SEARCH_SHARE * search.tolerance };
      const found = outcomeIn(await unlessCancelled(searchPlan(narrow, wishes, goal)));
      if (found === undefined) return undefined;
      iterations += found.iterations;
      simulations += found.simulations;
      const excess = await excessOf(search, wish, found.spend);
      const value = await goalOfSpend(search, found.spend);
      // The price times excess, and times what is there without the plan, which the goal counts as well.
      const most = found.bound - (found.value - value) + price * excess;
      if (most < bound.bound && (found.concave || !bound.concave)) {
        bound = { ...bound, bound: most, boundKind: found.boundKind, concave: found.concave };
      }
      return { outcome: { ...found, value }, excess, price };
    },
    keep(tried) {
      if (best === undefined || tried.outcome.value > best.outcome.value) best = tried;
    },
    isOver() {
      if (search.signal?.aborted === true) return true;
      if (best === undefined) return false;
      const gap = gapTo(best, bound.bound);
      gaps.push(gap);
      return gap <= search.tolerance || gap > STALE * (gaps.at(-1 - PATIENCE) ?? Infinity);
    },
    proven() {
      const { boundKind, concave } = bound;
      const most = Math.max(bound.bound, best!.outcome.value);
      const gap = gapTo(best!, most);
      return { ...best!.outcome, bound: most, boundKind, concave, gap, iterations, simulations };
    },
  };
}

/** What a plan has more than is asked. */
export async function excessOf(search: PlanSearch, { ask, least }: PricedWish, spend: Float64Array): Promise<number> {
  return (await meanAt(search, ask.figure, spend)) - least;
}

/** Mean of a figure under a plan. */
export async function meanAt({ model, simulator }: PlanSearch, figure: Figure, spend: Float64Array): Promise<number> {
  const plan = planOf(spend, model);
  return meanOfFigure(simulator, { world: 0, plan, used: channelsUsed(plan) }, figure);
}
