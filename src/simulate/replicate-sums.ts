import type { Row } from '../families.ts';
import { REPLICATES } from '../random/points.ts';
import type { Block } from './block.ts';
import type { ReplicateSums } from './tally.ts';

/** The sum of a row over draws, by replicate, in the order of draws. */
export function replicateSums({ first, constants, room }: Block, row: Row): ReplicateSums {
  if (row === constants.get(0)) return new Float64Array(REPLICATES);
  const at = room?.addressOf(row);
  if (room !== undefined && at !== undefined) {
    const { kernel } = room;
    kernel.release();
    const to = kernel.room(REPLICATES);
    kernel.code.sumOfReplicates(at, to, row.length);
    return inReplicates(kernel.numbers().subarray(to / 8, to / 8 + REPLICATES), first);
  }
  const sums = new Float64Array(REPLICATES);
  for (let from = 0; from < row.length; from += REPLICATES) {
    const many = Math.min(REPLICATES, row.length - from);
    for (let r = 0; r < many; r++) sums[r] = sums[r]! + row[from + r]!;
  }
  return inReplicates(sums, first);
}

/** Sums of products of a block's draws, every sixteenth in one, from the first on. */
export function sumsOfProducts(a: Row, b: Row): Float64Array {
  const sums = new Float64Array(REPLICATES);
  for (let from = 0; from < a.length; from += REPLICATES) {
    const many = Math.min(REPLICATES, a.length - from);
    for (let r = 0; r < many; r++) sums[r] = sums[r]! + a[from + r]! * b[from + r]!;
  }
  return sums;
}

/** The same by replicate: draw `first` belongs to its remainder by their number. Each is taken `scale` times. */
export function inReplicates(sums: Float64Array, first: number, scale = 1): ReplicateSums {
  const own = new Float64Array(REPLICATES);
  for (let r = 0; r < REPLICATES; r++) own[(first + r) % REPLICATES] = scale * sums[r]!;
  return own;
}
