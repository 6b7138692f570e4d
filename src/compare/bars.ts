import type { Estimate } from '../domain.ts';
import { REPLICATES } from '../random/points.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';
import { momentsOf } from '../statistics/moments.ts';
import { shapley, setsAlong } from './shapley.ts';

/** The mean of each replicate of the draws, and of all. */
export interface ReplicateMeans {
  readonly mean: number;
  readonly parts: readonly number[];
}

/** @param row  one number per draw; draws take turns among the replicates */
export function replicateMeans(row: Float64Array): ReplicateMeans {
  const parts = Array.from({ length: REPLICATES }, () => 0);
  row.forEach((value, i) => {
    parts[i % REPLICATES] = parts[i % REPLICATES]! + value;
  });
  const each = row.length / REPLICATES;
  return { mean: parts.reduce((sum, part) => sum + part, 0) / row.length, parts: parts.map((part) => part / each) };
}

/** What each cause changes, over all orders of telling them. @param means  of each set of causes */
export function barsOfAll(means: readonly ReplicateMeans[]): readonly Estimate[] {
  const whole = shapley(means.map(({ mean }) => mean));
  const parts = Array.from({ length: REPLICATES }, (_, r) => shapley(means.map((each) => each.parts[r]!)));
  return Array.from(whole, (value, k) =>
    ofReplicates(
      value,
      parts.map((part) => part[k]!),
    ),
  );
}

/**
 * The same over some orders: exact in their sum, and each with the error of the simulation and of the choice of orders.
 *
 * @param orders  at least two, each with every cause once
 * @param means   of a set of causes
 */
export function barsAlong(
  orders: readonly (readonly number[])[],
  means: (set: number) => ReplicateMeans,
): readonly Estimate[] {
  const causes = orders[0]!.length;
  return Array.from({ length: causes }, (_, k) => {
    const steps = orders.map((order) => {
      const sets = setsAlong(order);
      const at = order.indexOf(k);
      const [before, after] = [means(sets[at]!), means(sets[at + 1]!)];
      return { by: after.mean - before.mean, parts: after.parts.map((part, r) => part - before.parts[r]!) };
    });
    const { mean, sd } = momentsOf(steps.map(({ by }) => by));
    const parts = Array.from({ length: REPLICATES }, (_, r) => momentsOf(steps.map((step) => step.parts[r]!)).mean);
    const noise = ofReplicates(mean, parts).standardError;
    return { value: mean, standardError: Math.sqrt(noise * noise + (sd * sd) / orders.length) };
  });
}
