import type { Model, Optimization } from '../domain.ts';
import type { LinearSolver } from '../linear/session.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Simulator } from './asks.ts';
import { bestWithin } from './best-within.ts';
import type { KnownParts } from './branch/known-parts.ts';
import { provisionalCaps } from './caps.ts';
import type { BoxStepProgress } from './concave/box-step.ts';
import { conflictOf } from './conflict.ts';
import { spendProgram } from './spend-program.ts';
import { unlessCancelled, type StopSign } from './stop-sign.ts';
import { withSensibleSpend, type MissedWithin } from './wishes/sensible-spend.ts';
import { withEasierTargets, withStrictestTargets } from './wishes/strictest-targets.ts';

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
    const result = await bestWithin(input, { ...linear, upper });
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
        (other, within) => unlessCancelled(bestWithin({ ...input, model: other }, within)),
        input.signal,
      )
    : endless(before!);
}
