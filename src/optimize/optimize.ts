import type { Model, Optimization, Plan } from '../domain.ts';
import type { LinearSolver } from '../linear/session.ts';
import type { Conditions } from '../simulate/conditions.ts';
import type { Simulator } from './asks.ts';
import { bindingLimits } from './binding.ts';
import type { BoxStepProgress } from './box-step.ts';
import { conflictOf } from './conflict.ts';
import { todaysSpend } from './plans.ts';
import { searchPlan, type Outcome } from './search-plan.ts';
import { spendProgram, type SpendProgram } from './spend-program.ts';
import { planOf } from './task.ts';
import { unreachable } from './unreachable.ts';
import { drawsOfToday, wishesOf, type Wish } from './wishes.ts';
import { wishResults } from './wish-results.ts';

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
  readonly signal?: AbortSignal;
}

export const USUAL_TOLERANCE = 5e-4;
/** Without limits, spend is capped at this many times today's; the cap grows if the plan meets it. */
const PROVISIONAL_CAP = 10;
const CAP_GROWTH = 100;
const CAP_ROUNDS = 4;

/**
 * The plan with the best goal on the search draws under all limits and targets, with a proven gap: linear programs on
 * tangents of the simulator's own figures, refined until the gap is small, within a branch and bound where curves are
 * not concave, channels cost something fixed or spend comes in steps.
 */
export async function optimize(input: OptimizeInput): Promise<Optimization> {
  const { model, solvers } = input;
  const clash = conflictOf(model, solvers);
  if (clash !== undefined) return { status: 'infeasible', ...clash };

  const linear = spendProgram(model);
  let cap = provisionalCap(model, linear);
  for (let round = 0; ; round++) {
    const { lower } = linear;
    const upper = linear.upper.map((bound, k) => (bound === Infinity ? Math.max(cap, lower[k]!) : bound));
    const result = await withinCap(input, { ...linear, upper });
    const plan = 'plan' in result ? result.plan : undefined;
    const capped = plan?.spend.findIndex((spend, c) =>
      spend.some((amount, t) => linear.upper[c * model.periods + t] === Infinity && amount >= 0.999 * cap),
    );
    // What cannot be reached below a cap that nobody asked for may be reached above it.
    const grow =
      capped === undefined ? result.status === 'unreachable' && upper.some((bound) => bound === cap) : capped !== -1;
    if (!grow) return result;
    if (round + 1 === CAP_ROUNDS) {
      return capped === undefined ? result : { status: 'unbounded', channel: model.channels[capped]!.name };
    }
    cap *= CAP_GROWTH;
  }
}

async function withinCap(input: OptimizeInput, linear: SpendProgram): Promise<Optimization> {
  const { model, simulator } = input;
  const worlds = 1 + (model.goal.worstOf?.length ?? 0);
  const today = await drawsOfToday(model, simulator, worlds);
  const wishes = wishesOf(model, today);
  const search = { ...input, linear, today, tolerance: input.tolerance ?? USUAL_TOLERANCE };
  const outcome = await searchPlan(search, wishes);
  if (outcome === undefined) return unreachable(search, wishes);
  return resultOf(input, linear, wishes, outcome);
}

async function resultOf(
  input: OptimizeInput,
  linear: SpendProgram,
  wishes: readonly Wish[],
  outcome: Outcome,
): Promise<Optimization & { readonly plan: Plan }> {
  const { model, simulator } = input;
  const { spend, value, bound, gap, boundKind, concave, iterations, simulations, search } = outcome;
  const tolerance = input.tolerance ?? USUAL_TOLERANCE;
  const plan = planOf(spend, model);
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
    wishes: await wishResults(model, simulator, wishes, plan, search.guardWorths),
    binding: search.last === undefined ? [] : bindingLimits(linear, search.last),
  };
}

function provisionalCap(model: Model, linear: SpendProgram): number {
  const most = Math.max(
    ...todaysSpend(model),
    ...linear.lower,
    ...linear.upper.filter((bound) => bound < Infinity),
    1000,
  );
  return PROVISIONAL_CAP * most;
}
