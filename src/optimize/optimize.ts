import type { Model, Optimization, Plan } from '../domain.ts';
import type { LinearSolver } from '../linear/session.ts';
import { openLinear, solveLinear } from '../linear/solve.ts';
import { isConstant } from '../simulate/block.ts';
import type { Conditions } from '../simulate/conditions.ts';
import { channelsUsed } from '../simulate/evaluate.ts';
import type { GoalSums } from '../simulate/goal.ts';
import { bindingLimits } from './binding.ts';
import { boxStep, type BoxStepProgress, type BoxStepResult } from './box-step.ts';
import { branchOnUse, type NodeResult, type Use } from './branch.ts';
import { conflictOf } from './conflict.ts';
import { mayNotBeConcave } from './doubts.ts';
import { answerOf, piecesOf } from './pieces.ts';
import { spendByColumn, todaysPlan } from './plans.ts';
import { refusals } from './refusals.ts';
import { spendProgram, type SpendProgram } from './spend-program.ts';
import { masterProgram, nearestPlanProgram } from './start.ts';

export interface OptimizeInput {
  readonly model: Model;
  /** Some of the search draws, to see how curves bend and what customers are worth. */
  readonly looked: Conditions;
  /** Goal of a plan and its derivative, summed over all search draws. */
  readonly goalSums: (plan: Plan, used: readonly boolean[]) => Promise<GoalSums>;
  readonly searchDraws: number;
  /** Spend by column to start from; today's plan when left out. */
  readonly from?: Float64Array;
  /** In order of preference. */
  readonly solvers: readonly LinearSolver[];
  /** Relative gap at which to stop; 5e-4 when left out. */
  readonly tolerance?: number;
  readonly onProgress?: (progress: BoxStepProgress) => void;
  readonly signal?: AbortSignal;
}

export const USUAL_TOLERANCE = 5e-4;
/** Far above what well-posed problems need (worst of 140 random ones: 146). */
const MOST_ITERATIONS = 400;
/** Half-width of the first trust box where one part of the goal depends on many columns. */
const FIRST_RADIUS = 0.15;
/** The same when the search goes on from the plan of a similar problem. */
const NEXT_RADIUS = 0.05;
/** A relative gap is taken of the goal, but at least of this share of the money that moves. */
const SMALLEST_SHARE_OF_GROSS = 0.05;
/** Where nothing moves at all: nobody minds a millionth of what could be spent. */
const SMALLEST_SCALE = 1e-6;
/** Without limits, spend is capped at this many times today's; the cap grows if the plan meets it. */
const PROVISIONAL_CAP = 10;
const CAP_GROWTH = 100;
const CAP_ROUNDS = 4;
/** A tangent may be passed by this share of the goal before it counts as proof that the goal is not concave. */
const ROUNDING = 1e-7;

/**
 * The plan with the best mean goal on the search draws under all limits, with a proven gap: linear programs on tangents
 * of the simulator's own mean goal, refined until the gap is small. Fixed costs are decided by branch and bound.
 */
export async function optimize(input: OptimizeInput): Promise<Optimization> {
  const { model, solvers } = input;
  const goal = model.goal.maximize;
  const reasons = refusals(model, input.looked.block, goal);
  if (reasons.length > 0) return { status: 'refused', reasons };
  const clash = conflictOf(model, solvers);
  if (clash !== undefined) return { status: 'infeasible', ...clash };

  const linear = spendProgram(model);
  let cap = provisionalCap(model, linear);
  for (let round = 0; ; round++) {
    const { lower } = linear;
    const upper = linear.upper.map((bound, k) => (bound === Infinity ? Math.max(cap, lower[k]!) : bound));
    const result = await search(input, { ...linear, upper });
    const capped = result.plan.spend.findIndex((spend, c) =>
      spend.some((amount, t) => linear.upper[c * model.periods + t] === Infinity && amount >= 0.999 * cap),
    );
    if (capped === -1) return result;
    if (round + 1 === CAP_ROUNDS) return { status: 'unbounded', channel: model.channels[capped]!.name };
    cap *= CAP_GROWTH;
  }
}

async function search(
  input: OptimizeInput,
  linear: SpendProgram,
): Promise<Extract<Optimization, { readonly plan: Plan }>> {
  const { model, solvers, signal, onProgress } = input;
  const goal = model.goal.maximize;
  const tolerance = input.tolerance ?? USUAL_TOLERANCE;
  const pieces = piecesOf(model);
  const separable = pieces.count === pieces.ofColumn.length;
  let simulations = 0;
  let iterations = 0;
  // Of all nodes: those that were cut off are part of the proof.
  let worstViolation = 0;
  let boundKind: BoxStepResult['boundKind'] = 'proven';
  const goalAt = async (spend: Float64Array, used: readonly boolean[]) => {
    simulations += 1;
    const sums = await input.goalSums(planOf(spend, model, 'recommended'), used);
    return answerOf(model, pieces, sums, input.searchDraws);
  };
  const smallest = SMALLEST_SCALE * Math.max(...linear.upper, Number.MIN_VALUE);
  const moneyToday = today(model).reduce((sum, amount) => sum + amount, 0);
  /** What a gap is taken of: the goal, or the money that moves where the goal itself is near zero. */
  const scale = (value: number, spend: Float64Array) => {
    const planned = spend.reduce((sum, amount) => sum + amount, 0);
    const gross = Math.abs(value) + (goal === 'profit' ? Math.max(planned, moneyToday) : 0);
    return Math.max(Math.abs(value), SMALLEST_SHARE_OF_GROSS * gross, smallest);
  };

  const solveNode = async (
    uses: readonly Use[],
    parent: BoxStepResult | undefined,
    incumbent: number,
  ): Promise<NodeResult<BoxStepResult | undefined>> => {
    const upper = linear.upper.map((bound, k) => (uses[Math.floor(k / model.periods)] === 'unused' ? 0 : bound));
    const program = { ...linear, upper };
    const start = solveLinear(nearestPlanProgram(program, parent?.spend ?? input.from ?? today(model)), solvers);
    if (start.status !== 'optimal') return { bound: -Infinity, value: -Infinity, found: undefined };
    const paid = uses.map((use) => use === 'used');
    const found = await boxStep({
      oracle: (spend) => goalAt(spend, paid),
      pieces,
      lower: linear.lower,
      upper,
      openMaster: (master) => openLinear(master, solvers),
      master: masterProgram(program, pieces.count),
      start: start.values.slice(0, linear.lower.length),
      radius: separable ? 1 : parent === undefined ? FIRST_RADIUS : NEXT_RADIUS,
      cutoff: incumbent,
      tolerance,
      maxIterations: MOST_ITERATIONS,
      scale,
      ...(onProgress === undefined
        ? {}
        : { onProgress: (state) => onProgress({ ...state, iteration: iterations + state.iteration }) }),
      ...(signal === undefined ? {} : { signal }),
    });
    iterations += found.iterations;
    worstViolation = Math.max(worstViolation, found.worstViolation);
    if (found.boundKind === 'numerical') boundKind = 'numerical';
    const used = channelsUsed(planOf(found.spend, model, ''));
    const unpaid = used.findIndex((yes, c) => yes && uses[c] === 'open');
    if (unpaid === -1) return { bound: found.bound, value: found.answer.value, found };
    const { value } = await goalAt(
      found.spend,
      used.map((yes, c) => yes || uses[c] === 'used'),
    );
    return { bound: found.bound, value, found, branchOn: unpaid };
  };

  const root = model.channels.map((_, c): Use =>
    hasFixedCost(model, c) && !mustBeUsed(linear, model, c) ? 'open' : 'used',
  );
  const result = await branchOnUse<BoxStepResult | undefined>(root, solveNode, (value, bound, found) =>
    found === undefined ? false : bound - value <= tolerance * scale(value, found.spend),
  );
  const found = result.found;
  if (found === undefined) throw new Error('the limits have a solution, but no start was found');
  const gap = Math.max(0, result.bound - result.value) / scale(result.value, found.spend);
  const rounding = ROUNDING * Math.max(Math.abs(result.value), scale(result.value, found.spend));
  const concave = worstViolation <= rounding && !mayNotBeConcave(model, input.looked, goal);
  return {
    status: gap <= tolerance && concave ? 'optimal' : 'best found',
    goal,
    plan: planOf(found.spend, model, 'recommended'),
    lowerBound: result.value,
    upperBound: result.bound,
    gap,
    gapKind: concave ? boundKind : 'none',
    searchDraws: input.searchDraws,
    iterations,
    simulations,
    wishes: [],
    binding: found.last === undefined ? [] : bindingLimits(linear, found.last),
  };
}

/** Spend by column as a plan. */
export function planOf(spend: Float64Array, model: Model, name: string): Plan {
  return {
    name,
    spend: model.channels.map((_, c) => spend.slice(c * model.periods, (c + 1) * model.periods)),
  };
}

function today(model: Model): Float64Array {
  return spendByColumn(todaysPlan(model));
}

function hasFixedCost(model: Model, c: number): boolean {
  const channel = model.channels[c]!;
  return !isConstant(channel.fixedCost, 0) || channel.hours.some((role) => !isConstant(role.perPeriod, 0));
}

function mustBeUsed(linear: SpendProgram, model: Model, c: number): boolean {
  return linear.lower.subarray(c * model.periods, (c + 1) * model.periods).some((bound) => bound > 0);
}

function provisionalCap(model: Model, linear: SpendProgram): number {
  const most = Math.max(...today(model), ...linear.lower, ...linear.upper.filter((bound) => bound < Infinity), 1000);
  return PROVISIONAL_CAP * most;
}
