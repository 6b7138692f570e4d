import type { Optimization } from '../domain.ts';
import { bestWithin } from './best-within.ts';
import { provisionalCaps } from './caps.ts';
import { conflictOf } from './conflict/conflict.ts';
import type { OptimizeInput } from './optimize-input.ts';
import { spendProgram } from './spend-program.ts';
import { unlessCancelled } from './stop-sign.ts';
import { withSensibleSpend, type MissedWithin } from './wishes/sensible-spend.ts';
import { withEasierTargets, withStrictestTargets } from './wishes/strictest-targets.ts';

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
