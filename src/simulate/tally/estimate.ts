import type { Estimate } from '../../domain.ts';
import { REPLICATES } from '../../random/points.ts';
import { replicateError } from '../../statistics/replicates.ts';
import type { ReplicateSums } from './tally.ts';

/** A figure that no draw changes. */
export function certain(value: number): Estimate {
  return { value, standardError: 0 };
}

/** Mean over all draws from sums by replicate, with the standard error that the replicates' means show. */
export function fromReplicates(sums: ReplicateSums, draws: number): Estimate {
  const perReplicate = draws / REPLICATES;
  const means: number[] = [];
  let total = 0;
  // Thousands of them are asked for at once: `Array.from` takes several times as long.
  for (let r = 0; r < sums.length; r++) {
    const sum = sums[r]!;
    total += sum;
    means.push(sum / perReplicate);
  }
  return ofReplicates(total / draws, means);
}

/** Ratio of two means with its standard error; undefined when there is nothing to divide by. */
export function ratio(above: ReplicateSums, below: ReplicateSums): Estimate | undefined {
  const total = (sums: ReplicateSums) => sums.reduce((sum, value) => sum + value, 0);
  if (below.some((sum) => !(sum > 0))) return undefined;
  return ofReplicates(
    total(above) / total(below),
    Array.from(above, (sum, r) => sum / below[r]!),
  );
}

/**
 * A figure computed from all draws, with the standard error of its replicates: independent repetitions on a sixteenth
 * of the draws each.
 */
export function ofReplicates(value: number, replicates: readonly number[]): Estimate {
  return { value, standardError: replicateError(replicates) };
}
