import type { Model, Optimization, Plan, WishResult } from '../domain.ts';
import type { LinearSolver } from '../linear/session.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Simulator } from './asks.ts';
import type { KnownParts } from './branch/known-parts.ts';
import { bindingLimits } from './explain/binding.ts';
import type { BoxStepProgress } from './concave/box-step.ts';
import { provisionalCaps } from './caps.ts';
import { bestPlan } from './wishes/best-plan.ts';
import { chanceBound } from './wishes/chance-bound.ts';
import { holdChances, withLongerBase, type HeldChances } from './wishes/chance-targets.ts';
import { checkLimits } from './check-limits.ts';
import { clashOf } from './clash.ts';
import { conflictOf } from './conflict.ts';
import {
  bestMarginalReturn,
  holdMarginalReturn,
  isExactByChannel,
  marginalReturn,
  marginalTarget,
} from './wishes/marginal-return.ts';
import { holdReturnChances } from './wishes/hold-return-chances.ts';
import { returnChanceBound } from './wishes/return-chance-bound.ts';
import { returnChances, returnResults } from './wishes/return-chances.ts';
import { outcomeIn, searchPlan, type Outcome, type PlanSearch } from './search-plan.ts';
import { spendProgram, type SpendProgram } from './spend-program.ts';
import { unlessCancelled, type StopSign } from './stop-sign.ts';
import { planOf } from './task.ts';
import { withSensibleSpend, type MissedWithin } from './wishes/sensible-spend.ts';
import { missedBy, outOfReach, unreachable } from './wishes/unreachable.ts';
import { holdPriced } from './wishes/priced-wish.ts';
import { drawsOfToday, goalOfAsk, pricedWish, wishesOf, type Wish } from './wishes/wishes.ts';
import { withEasierTargets, withStrictestTargets } from './wishes/strictest-targets.ts';
import { wishResults } from './wishes/wish-results.ts';
import { USUAL_TOLERANCE } from './usual-tolerance.ts';

export interface OptimizeInput {
  readonly model: Model;
  /** The simulator on the search draws; world 0 is the model, then one for each stress of `goal.worstOf`. */
  readonly simulator: Simulator;
  /** Some of the search draws of each world, to see how curves bend and what customers are worth. */
  readonly looked: readonly Conditions[];
  /** Spend by column to start from; today's plan when left out. */
  readonly from?: Float64Array;
  /** In order of preference. */
  readonly solvers: readonly LinearSolver[];
  /** Relative gap at which to stop; 5e-4 when left out. */
  readonly tolerance?: number;
  readonly onProgress?: (progress: BoxStepProgress) => void;
  /** What searches of the same model on the same draws have learnt, for other goals, targets and limits; added to. */
  readonly known?: KnownParts;
  /** Ends the search with the best plan so far. */
  readonly signal?: StopSign;
}

/** Parts of the search space after which it is looked whether chances can be had. */
const NODES_OF_BRIEF = 12;
/** Caps that nobody asked for grow by so much if the plan meets one of them, and so often at most. */
const CAP_GROWTH = 100;
const CAP_ROUNDS = 4;

/**
 * The plan with the best goal on the search draws under all limits and targets, with a proven gap: linear programs on
 * tangents of the simulator's own figures, refined until the gap is small, within a branch and bound where curves are
 * not concave, channels cost something fixed or spend comes in steps.
 */
export async function optimize(input: OptimizeInput): Promise<Optimization> {
  const result = await withinCaps({ ...input, model: withStrictestTargets(input.model) });
  return 'wishes' in result ? { ...result, wishes: withEasierTargets(result.wishes, input.model) } : result;
}

/** The same where no target includes another: caps that nobody asked for grow until no plan meets one. */
async function withinCaps(input: OptimizeInput): Promise<Optimization> {
  const { model, solvers } = input;
  const clash = conflictOf(model, solvers);
  if (clash !== undefined) return { status: 'infeasible', proven: true, ...clash };

  const linear = spendProgram(model);
  let caps = linear.upper.includes(Infinity)
    ? provisionalCaps(model, linear, input.looked[0]!)
    : model.channels.map(() => Infinity);
  const isCapped = (k: number) => linear.upper[k] === Infinity;
  /** What was found within the caps before, and the channel that met its own, if one did. */
  let before: { readonly result: Optimization; readonly channel?: string } | undefined;
  /** Wishes that no plan within the caps reaches, from cap to cap. */
  const missed: MissedWithin[] = [];
  const endless = ({ result, channel }: NonNullable<typeof before>): Optimization =>
    channel === undefined ? result : { status: 'unbounded', channel };
  for (let round = 0; round < CAP_ROUNDS; round++) {
    const upper = linear.upper.map((bound, k) => Math.min(bound, caps[Math.floor(k / model.periods)]!));
    const result = await withinCap(input, { ...linear, upper });
    // Beside sums far from any that is spent, what limits say may be too little for a solver to see.
    const isLost = result.status === 'infeasible' && !result.proven;
    if (before !== undefined && isLost) break;
    const plan = 'plan' in result ? result.plan : undefined;
    const capped = plan?.spend.findIndex((spend, c) =>
      spend.some((amount, t) => isCapped(c * model.periods + t) && amount >= 0.999 * caps[c]!),
    );
    // What cannot be reached below a cap that nobody asked for may be reached above it.
    const grow =
      capped === undefined ? result.status === 'unreachable' && linear.upper.includes(Infinity) : capped !== -1;
    if (!grow) return result;
    before = { result, ...(capped === undefined ? {} : { channel: model.channels[capped]!.name }) };
    if (result.status === 'unreachable') missed.push({ result, linear: { ...linear, upper } });
    caps = caps.map((cap) => CAP_GROWTH * cap);
  }
  return before!.result.status === 'unreachable'
    ? withSensibleSpend(
        model,
        missed,
        (other, within) => unlessCancelled(withinCap({ ...input, model: other }, within)),
        input.signal,
      )
    : endless(before!);
}

async function withinCap(input: OptimizeInput, linear: SpendProgram): Promise<Optimization> {
  const { model, simulator } = input;
  const worlds = 1 + (model.goal.worstOf?.length ?? 0);
  const today = await drawsOfToday(model, simulator, worlds);
  const wishes = wishesOf(model, today);
  const open = { ...input, linear, today, tolerance: input.tolerance ?? USUAL_TOLERANCE };
  const { chanceOf } = model.goal;
  // Where a chance is out of reach, the proof of a plan without it would be for nothing.
  const isBrief = asksOnlyChances(model);
  const best = await bestPlan(isBrief ? { ...open, pauseAfter: NODES_OF_BRIEF } : open, wishes);
  if (!('spend' in best)) {
    const clash = await clashOf(open);
    return clash === undefined ? unreachable(open, wishes) : { status: 'infeasible', ...clash };
  }

  const marginal = marginalTarget(model.targets);
  const returning =
    marginal === undefined ? { outcome: best, linear } : await holdMarginalReturn(open, wishes, best, marginal.atLeast);
  if (returning === undefined) {
    const near = await bestMarginalReturn(open, wishes, best, marginal!.atLeast);
    const reached = await marginalReturn(open, near.outcome.spend);
    const result = { wish: { target: marginal! }, asked: marginal!.atLeast, reached, worth: 0 };
    return missedBy(open, result, near);
  }
  const onReturns = returnChances(model.targets);
  const sure = await holdReturnChances({ ...open, linear: returning.linear }, wishes, returning.outcome, onReturns);
  if (sure.outcome === undefined) {
    const results = await returnResults(open, sure.nearest.spend, onReturns);
    const worst = mostMissed(results);
    const bound = 'target' in worst.wish ? await returnChanceBound(open, worst.wish.target) : undefined;
    return missedBy(open, worst, { outcome: sure.nearest, ...bound });
  }
  const { outcome: paying } = sure;
  const search = { ...open, linear: sure.linear };
  // Caps that were only searched for say nothing of plans above them.
  const isWhole = sure.linear === linear || (sure.linear === returning.linear && isExactByChannel(open));

  const priced = pricedWish(model);
  const heldByPrice =
    priced === undefined || chanceOf !== undefined ? undefined : await holdPriced(search, wishes, paying, priced);
  if (heldByPrice !== undefined && heldByPrice.outcome === undefined) {
    const { nearest } = heldByPrice;
    const goal = goalOfAsk(model, priced!.ask);
    const most = outcomeIn(await unlessCancelled(searchPlan({ ...search, from: nearest.spend }, wishes, goal)));
    if (most !== undefined && isWhole) return outOfReach(search, wishes, priced!, most);
    const [result] = await wishResults(model, simulator, [priced!], planOf(nearest.spend, model), [0]);
    return missedBy(search, result!, { outcome: nearest });
  }
  const held = heldByPrice?.outcome ?? paying;

  const ofPrice = heldByPrice?.rated === true ? priced : undefined;
  const found = await holdChances(search, wishes, held, ofPrice);
  const chances = isBrief ? await withProof(search, wishes, found, held) : found;
  if (chances.outcome === undefined) {
    const nearest = planOf(chances.nearest.spend, model);
    const results = await wishResults(model, simulator, chances.wishes, nearest, []);
    const worst = mostMissed(results);
    const bound = 'target' in worst.wish && isWhole ? await chanceBound(search, wishes, worst.wish.target) : undefined;
    return missedBy(search, worst, { outcome: chances.nearest, ...bound });
  }
  const sought = ofPrice === undefined ? [] : [ofPrice];
  const { guardWorths } = chances.outcome.search;
  const price = chances.price ?? heldByPrice?.price ?? 0;
  const worths = [...wishes.map((_, k) => guardWorths[k] ?? 0), ...sought.map(() => 0 - price)];
  return resultOf(open, [...wishes, ...sought, ...chances.wishes], chances.outcome, worths);
}

/** Whether nothing is asked apart from limits and means but chances of figures. */
function asksOnlyChances(model: Model): boolean {
  const { targets, goal } = model;
  const isAsked = targets.some(({ probability }) => probability !== undefined);
  const isElse = targets.some(({ metric }) => metric === 'marginalRoas') || pricedWish(model) !== undefined;
  return isAsked && !isElse && goal.chanceOf === undefined;
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

async function resultOf(
  search: PlanSearch,
  wishes: readonly Wish[],
  outcome: Outcome,
  guardWorths: readonly number[],
): Promise<Optimization & { readonly plan: Plan }> {
  const { model, simulator, linear, tolerance } = search;
  const { spend, value, bound, gap, boundKind, concave, iterations, simulations } = outcome;
  const { last } = outcome.search;
  const marginal = marginalTarget(model.targets);
  const plan = planOf(spend, model);
  checkLimits(model, plan);
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
      ...(await wishResults(model, simulator, wishes, plan, guardWorths)),
      ...(marginal === undefined
        ? []
        : [
            {
              wish: { target: marginal },
              asked: marginal.atLeast,
              reached: await marginalReturn(search, spend),
              worth: 0,
            },
          ]),
      ...(await returnResults(search, spend, returnChances(model.targets))),
    ],
    binding: last === undefined ? [] : bindingLimits(linear, last),
  };
}
