import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import { again, type Block } from '../block/block.ts';
import type { PeriodSums, ReplicateSums } from './tally.ts';

/** The sum of a row over draws, by replicate, in the order of draws. */
export function replicateSums(block: Block, row: Row): ReplicateSums {
  const sums = new Float64Array(REPLICATES);
  again(block, () => void sums.fill(0));
  addReplicateSums(block, row, sums);
  return sums;
}

/** Adds the same to other sums. */
export function addReplicateSums(block: Block, row: Row, to: ReplicateSums): void {
  const { first, constants, room } = block;
  if (row === constants.get(0)) return;
  const at = room?.addressOf(row);
  if (room !== undefined && at !== undefined) {
    const { kernel } = room;
    kernel.release();
    const sums = kernel.room(REPLICATES);
    kernel.code.sumOfReplicates(at, sums, row.length);
    again(block, () => addInReplicates(kernel.numbers(), sums / 8, first, to));
    return;
  }
  again(block, () => addInReplicates(plainSums(row), 0, first, to));
}

/** Every sixteenth draw in one sum, from the first on. */
function plainSums(row: Row): Float64Array {
  const sums = new Float64Array(REPLICATES);
  for (let from = 0; from < row.length; from += REPLICATES) {
    const many = Math.min(REPLICATES, row.length - from);
    for (let r = 0; r < many; r++) sums[r] = sums[r]! + row[from + r]!;
  }
  return sums;
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

/** Sums of every sixteenth draw by replicate, each `scale` times: draw `first` belongs to its remainder by their number. */
export function fillReplicates(
  sums: Float64Array,
  at: number,
  first: number,
  scale: number,
  to: PeriodSums,
  t: number,
): void {
  for (let r = 0; r < REPLICATES; r++) to[t * REPLICATES + ((first + r) % REPLICATES)] = scale * sums[at + r]!;
}

function addInReplicates(sums: Float64Array, at: number, first: number, to: ReplicateSums): void {
  for (let r = 0; r < REPLICATES; r++) {
    const own = (first + r) % REPLICATES;
    to[own] = to[own]! + sums[at + r]!;
  }
}
