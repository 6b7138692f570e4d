import type { Model, Target } from '../../domain.ts';
import { countedFor, type Counted } from '../../simulate/goal/target-figure.ts';
import { holds } from '../concave/concave-problem.ts';
import { bestPlan, goalUnder } from './best-plan.ts';
import { impliedWishes, type ChanceBound } from './chance-bound.ts';
import { chanceNoise } from './chance-noise.ts';
import { climbKeeping, withWorths } from './climb-keeping.ts';
import { climbChance } from './chance-goal.ts';
import { provenChance } from './proven-chance.ts';
import { provenCost } from './proven-cost.ts';
import { outcomeIn, searchPlan, taskOf, withBoundOf, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { asDecided, planOf, problemOf } from '../task.ts';
import { farthestAlong } from './farthest-along.ts';
import { todaysOutcome } from './todays-outcome.ts';
import { chanceOf } from './wish-results.ts';
import { chanceWishes, goalAsks, goalOfAsk, type PricedWish, type Wish } from './wishes.ts';

/** A target with a chance, as figures that must be large enough in so many draws. */
interface ChanceTarget {
  readonly target: Target;
  readonly counted: Counted;
  readonly asked: number;
}

/** Halvings of the way between making sure of all chances and asking for no more than their means. */
const HALVINGS = 6;

/** Nodes of the search at one share: its bound is not used, and a plan that is hard to meet there is easier to meet at another. */
const MOST_NODES = 8;

/** A gap above which the bound of the problem without chances says little. */
const FAR = 0.01;

/** Gap at which a search for a plan to climb from stops. */
const NEAR_ENOUGH = 0.01;

/** A plan that was found for one share. */
interface Held {
  readonly outcome: Outcome;
  readonly price: number;
}

export interface HeldChances {
  /** The best plan found that has all chances, or when stopped the one that comes nearest; undefined when there is none. */
  readonly outcome: Outcome | undefined;
  /** The plan that came nearest. */
  readonly nearest: Outcome;
  /** A target whose chance is proven to be out of reach, with what no plan exceeds. */
  readonly beyond?: { readonly target: Target } & ChanceBound;
  /** All targets with a chance, as wishes. */
  readonly wishes: readonly Wish[];
  /** What a unit of what is held by a price counts in `outcome`; undefined where `outcome` is the plan that was there before. */
  readonly price?: number;
}

/**
 * The best plan that reaches every target with the chance it asks for. A chance is no concave function of spend, so
 * this is a search: the mean over the worst share of draws is made to reach the target, which makes sure of it where
 * that share is one less the chance, and the share is widened until the chance is only just kept. The bound of the
 * problem without chances holds for it too.
 *
 * @param base  the best plan without targets on chances
 * @param priced  what is held by a price beside them, as it is in `base`
 */
export async function holdChances(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  priced?: PricedWish,
): Promise<HeldChances> {
  const targets = chanceTargetsOf(search.model);
  const all = targets.flatMap(({ target, asked }) => chanceWishes(search.model, target, 1 - asked));
  const missedIn = async (outcome: Outcome) => {
    const shortfalls = await shortfallsOf(search, targets, outcome);
    return { by: Math.max(...shortfalls), targets: targets.filter((_, k) => shortfalls[k]! > 0) };
  };
  const atBase = await missedIn(base);
  // Each guard makes a search harder: those are left out that plans keep by themselves.
  let guarded: readonly ChanceTarget[] = atBase.targets;
  if (guarded.length === 0) return { outcome: base, nearest: base, wishes: all };

  let last = base;
  const withShare = async (way: number): Promise<Held | undefined> => {
    const guards = guarded.flatMap(({ target, asked }) =>
      // To be sure of all draws is to be sure of the worst one.
      chanceWishes(search.model, target, Math.max(1 - asked + way * asked, 1 / search.simulator.draws)),
    );
    const beside = [...wishes, ...guards];
    if (priced !== undefined) {
      // Beside a price each share would be a search of many: the plans of other shares are near.
      const climbed = await climbKeeping(search, [...beside, priced], last.spend);
      if (climbed === undefined) return undefined;
      const { spend, value, worths } = climbed;
      last = withWorths({ ...base, spend, value }, worths);
      return { outcome: withBoundOf(search, last, base), price: Math.max(0, -worths.at(-1)!) };
    }
    const brief = { ...search, from: base.spend, mostNodes: MOST_NODES };
    const found = outcomeIn(await unlessCancelled(bestPlan(brief, beside)));
    return found && { outcome: withBoundOf(search, found, base), price: 0 };
  };
  let best: Held | undefined;
  let nearest = { outcome: base, by: atBase.by };
  // A way of 0 makes sure of all chances, a way of 1 asks for means only.
  let [sure, unsure] = [0, 1];
  let way = 0;
  const atFirst = guarded.length;
  for (let k = 0; k <= HALVINGS + guarded.length - atFirst && !search.signal?.aborted; k++) {
    const found = await withShare(way);
    const missed = found === undefined ? { by: Infinity, targets: [] } : await missedIn(found.outcome);
    if (found !== undefined && missed.by < nearest.by) nearest = { outcome: found.outcome, by: missed.by };
    const more = missed.targets.filter((target) => !guarded.includes(target));
    if (more.length > 0) {
      guarded = [...guarded, ...more];
      continue;
    }
    if (found !== undefined && missed.by <= 0) {
      if (best === undefined || found.outcome.value > best.outcome.value) best = found;
      sure = way;
    } else if (found === undefined) {
      // Nobody can be this sure: what may still have the chance lies further on.
      sure = way;
    } else unsure = way;
    way = (sure + unsure) / 2;
  }
  if (best !== undefined) {
    const outcome = priced
      ? best.outcome
      : await counted(search, wishes, targets, await provenNearer(search, wishes, targets, best.outcome));
    return { ...best, outcome, nearest: outcome, wishes: all };
  }
  // Nothing was found out about what can be reached: today's plan will do, or the nearest is told with what it misses.
  if (search.signal?.aborted) {
    const todays = await todaysOutcome(search, priced === undefined ? wishes : [...wishes, priced], base);
    const isKept = todays !== undefined && (await missedIn(todays)).by <= 0;
    const asksReturns = search.model.targets.some(({ metric }) => metric === 'marginalRoas');
    const outcome = isKept && !asksReturns ? todays : nearest.outcome;
    return { outcome, nearest: outcome, wishes: all };
  }
  // What is held by a price cannot be kept on a climb.
  const { outcome: near, beyond } = priced
    ? { outcome: nearest.outcome }
    : await nearMiss(search, wishes, targets, nearest.outcome, base);
  const { by } = await missedIn(near);
  if (by > chanceNoise(targets, search.simulator.draws)) {
    return { outcome: undefined, nearest: near, ...(beyond && { beyond }), wishes: all };
  }
  // A climb ends where the chance is largest, with more of it than is asked.
  const along = by < 0 && priced === undefined ? await towards(search, wishes, targets, near, base) : near;
  const outcome = by <= 0 && priced === undefined ? await counted(search, wishes, targets, along) : along;
  return { outcome, nearest: outcome, wishes: all };
}

function chanceTargetsOf(model: Model): readonly ChanceTarget[] {
  return model.targets.flatMap((target) => {
    const counted = countedFor(model, target);
    return target.probability === undefined || counted === undefined
      ? []
      : [{ target, counted, asked: target.probability }];
  });
}

/**
 * What a short search for a plan without chances led to, with the bound of a longer one, whose own plan is taken where it has all
 * chances. So that what is out of reach is known before that: most of a search may be the proof of a plan that has not the chances.
 *
 * @param brief  the plan of the short search
 * @param full   the plan of the longer one
 */
export async function withLongerBase(
  search: PlanSearch,
  wishes: readonly Wish[],
  held: HeldChances & { readonly outcome: Outcome },
  brief: Outcome,
  full: Outcome,
): Promise<HeldChances> {
  if (held.outcome === brief) return holdChances(search, wishes, full);
  const shortfalls = await shortfallsOf(search, chanceTargetsOf(search.model), full);
  const isNearer = held.outcome.concave && held.outcome.bound <= full.bound;
  const proven = isNearer ? held.outcome : withBoundOf(search, held.outcome, full);
  const outcome = Math.max(...shortfalls) <= 0 ? full : proven;
  return { ...held, outcome, nearest: outcome };
}

/** A plan that has all chances, taken towards the best one without them as far as it keeps them and all wishes: most goals rise on that way. */
async function towards(
  search: PlanSearch,
  wishes: readonly Wish[],
  targets: readonly ChanceTarget[],
  held: Outcome,
  base: Outcome,
): Promise<Outcome> {
  const { model, looked, simulator, today } = search;
  const task = await taskOf(search, simulator, wishes, goalAsks(model, looked.length, today));
  const keepsAll = async (spend: Float64Array): Promise<boolean> => {
    if (Math.max(...(await shortfallsOf(search, targets, { ...held, spend }))) > 0) return false;
    const { node, columns } = asDecided(task, spend);
    const problem = problemOf(task, node, false);
    return holds(problem.guards, await problem.evaluate(columns));
  };
  const spend = await farthestAlong(search, held.spend, base.spend, keepsAll);
  const value = await goalUnder(search, spend);
  return value > held.value
    ? withBoundOf(search, { ...held, spend, value, iterations: 0, simulations: 0 }, held)
    : held;
}

/** The same plan, or a cheaper one, with a proof where spend is to be the least and draws can be counted. */
async function counted(
  search: PlanSearch,
  wishes: readonly Wish[],
  targets: readonly ChanceTarget[],
  outcome: Outcome,
): Promise<Outcome> {
  const { model, tolerance, signal, mostNodes } = search;
  // Chances of marginal returns are held by caps, which are no limits.
  const isElse = model.goal.minimize === undefined || model.targets.some(({ metric }) => metric === 'marginalRoas');
  const isClosed = outcome.gap <= tolerance || signal?.aborted === true || mostNodes !== undefined;
  return isElse || isClosed ? outcome : provenCost(search, wishes, targets, outcome);
}

/** The same plan with the bound of all that reach what its chances ask of means, where that of none is far. */
async function provenNearer(
  search: PlanSearch,
  wishes: readonly Wish[],
  targets: readonly ChanceTarget[],
  outcome: Outcome,
): Promise<Outcome> {
  const implied = targets.flatMap(({ target }) => impliedWishes(search.model, target));
  const isChance = search.model.goal.chanceOf !== undefined;
  if (outcome.gap <= FAR || implied.length === 0 || isChance || search.signal?.aborted) return outcome;
  const brief = { ...search, from: outcome.spend, mostNodes: MOST_NODES };
  const most = outcomeIn(await unlessCancelled(searchPlan(brief, [...wishes, ...implied])));
  const isNearer = most !== undefined && most.bound < outcome.bound && (most.concave || !outcome.concave);
  return isNearer ? withBoundOf(search, outcome, most) : outcome;
}

/**
 * The plan that misses least, after climbing the chance that it misses by most: from there or from where that is largest in bad draws. Where
 * draws can be counted, that finds a plan of the largest chance, or proves what is beyond every plan.
 */
async function nearMiss(
  search: PlanSearch,
  wishes: readonly Wish[],
  targets: readonly ChanceTarget[],
  nearest: Outcome,
  base: Outcome,
): Promise<Pick<HeldChances, 'beyond'> & { readonly outcome: Outcome }> {
  const shortfalls = await shortfallsOf(search, targets, nearest);
  const before = Math.max(...shortfalls);
  const { target, asked, counted } = targets[shortfalls.indexOf(before)]!;
  const missedBy = async (spend: Float64Array) =>
    Math.max(...(await shortfallsOf(search, targets, { ...nearest, spend })));
  const most = await mostInBadDraws(search, wishes, target, asked);
  const isNearer = most !== undefined && (await missedBy(most)) < before;
  const from = isNearer ? most : nearest.spend;
  // What has to hold by several periods is missed where it does not by the first.
  const first = { figure: counted.figures[0]!, least: counted.least };
  const climbed = await climbChance(search, wishes, from, first);
  const proven = await provenChance(search, wishes, climbed, first);
  let found = from;
  for (const { spend } of [climbed, ...(proven === undefined ? [] : [proven])]) {
    if ((await missedBy(spend)) < (await missedBy(found))) found = spend;
  }
  const isBeyond = proven !== undefined && proven.bound < asked;
  return {
    ...(isBeyond && { beyond: { target, bound: proven.bound, boundKind: 'proven' } }),
    outcome:
      found === nearest.spend
        ? nearest
        : withBoundOf(search, { ...nearest, spend: found, value: await goalUnder(search, found) }, base),
  };
}

/** The plan in which what is asked for is largest on the mean of as many of the worst draws as may miss it. */
async function mostInBadDraws(
  search: PlanSearch,
  wishes: readonly Wish[],
  target: Target,
  asked: number,
): Promise<Float64Array | undefined> {
  const share = Math.max(1 - asked, 1 / search.simulator.draws);
  const [wish] = chanceWishes(search.model, target, share);
  const brief = { ...search, mostNodes: MOST_NODES, tolerance: Math.max(search.tolerance, NEAR_ENOUGH) };
  const found = await unlessCancelled(searchPlan(brief, wishes, goalOfAsk(search.model, wish!.ask)));
  return outcomeIn(found)?.spend;
}

/** By how much each chance is missed under a plan, on the search draws; 0 or below where it is not. */
async function shortfallsOf(
  { simulator, model }: PlanSearch,
  targets: readonly ChanceTarget[],
  { spend }: Outcome,
): Promise<readonly number[]> {
  const plan = planOf(spend, model);
  const shortfalls: number[] = [];
  for (const { counted, asked } of targets) shortfalls.push(asked - (await chanceOf(simulator, plan, counted)));
  return shortfalls;
}
