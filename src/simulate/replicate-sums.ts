import type { Row } from '../families.ts';
import { REPLICATES } from '../random/points.ts';
import type { Block } from './block.ts';
import type { ReplicateSums } from './tally.ts';

/** Sums of nothing; nobody writes to them. */
const NOTHING: ReplicateSums = new Float64Array(REPLICATES);

/** The sum of a row over draws, by replicate, in the order of draws. */
export function replicateSums({ first, constants, room }: Block, row: Row): ReplicateSums {
  if (row === constants.get(0)) return NOTHING;
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

/**
 * Room for several sums in one piece of memory: memory is handed out, and taken back, piece by piece, and many small ones
 * take longer than what is in them.
 */
export function severalSums(count: number): readonly ReplicateSums[] {
  const all = new Float64Array(count * REPLICATES);
  return Array.from({ length: count }, (_, k) => all.subarray(k * REPLICATES, (k + 1) * REPLICATES));
}

/** The same by replicate: draw `first` belongs to its remainder by their number. Each is taken `scale` times. */
export function inReplicates(
  sums: Float64Array,
  first: number,
  scale = 1,
  own: ReplicateSums = new Float64Array(REPLICATES),
): ReplicateSums {
  for (let r = 0; r < REPLICATES; r++) own[(first + r) % REPLICATES] = scale * sums[r]!;
  return own;
}
