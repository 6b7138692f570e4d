/** Estimates from a row with one value per draw, whose replicates take turns. */
import type { Estimate } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import { certain, fromReplicates } from './estimate.ts';
import type { ReplicateSums } from './tally.ts';

export function meanOf(row: Row): Estimate {
  return isCertain(row) ? certain(row[0]!) : fromReplicates(replicateSums(row), row.length);
}

/** Whether all draws have the same value. */
export function isCertain(row: Row): boolean {
  let same = 0;
  while (same < row.length && row[same] === row[0]) same++;
  return same >= row.length;
}

/** Chance of something, from the share of draws in each replicate where it holds. */
export function chance(row: Row, holds: (value: number) => boolean): Estimate {
  return fromReplicates(replicateSums(row.map((value) => (holds(value) ? 1 : 0))), row.length);
}

/** The values of each replicate. */
export function splitReplicates(row: Row): readonly Row[] {
  return Array.from({ length: REPLICATES }, (_, r) => {
    const part = new Float64Array(Math.ceil((row.length - r) / REPLICATES));
    for (let k = 0, i = r; k < part.length; k++, i += REPLICATES) part[k] = row[i]!;
    return part;
  });
}

/** One sum per replicate. */
export function replicateSums(row: Row): ReplicateSums {
  const sums = new Float64Array(REPLICATES);
  for (let i = 0, r = 0; i < row.length; i++, r = r + 1 === REPLICATES ? 0 : r + 1) sums[r] = sums[r]! + row[i]!;
  return sums;
}
