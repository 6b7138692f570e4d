import type { Kernel } from '../kernel/kernel.ts';
import { CELLS, type Cells } from './cells.ts';
import { kernelLookup, LOOKUP } from './kernel-cells.ts';
import { momentsOfSums, type MomentsOfReplicates } from './moments.ts';
import type { RankingMemory } from './ranking-memory.ts';
import { MOST_BUCKETS } from './selection.ts';

/** What the compiled steps are made for. */
const REPLICATES = 16;
const PIECES = MOST_BUCKETS * REPLICATES;
/** Numbers for all that does not depend on how many values there are. */
const BESIDE_VALUES = 2 * CELLS;

/**
 * Memory of a kernel to rank up to so many values of sixteen replicates in, with compiled steps; undefined where there is no
 * room above what the kernel holds. It is good until something else is done with the kernel.
 */
export function kernelRanking(kernel: Kernel, most: number): RankingMemory | undefined {
  kernel.release();
  if (!kernel.hasRoom(3 * most + BESIDE_VALUES)) return undefined;
  const { code } = kernel;
  const room = (bytes: number) => kernel.room(Math.ceil(bytes / 8));
  const row = room(8 * most);
  const to = room(8 * most);
  const placed = room(2 * most);
  const marks = room(MOST_BUCKETS);
  const counts = {
    starts: room(4 * (PIECES + 1)),
    next: room(4 * (PIECES + 1)),
    before: room(4 * (MOST_BUCKETS + 1) * (REPLICATES + 1)),
  };
  const around = room(8 * REPLICATES);
  const summed = room(8 * (2 * REPLICATES + 2));
  const lookup = room(8 * LOOKUP);
  const { buffer } = kernel.numbers();
  const doubles = (address: number, count: number) => new Float64Array(buffer, address, count);

  return {
    row(values) {
      const own = doubles(row, values.length);
      own.set(values);
      return own;
    },
    values: (count) => doubles(to, count),
    places: (count) => new Uint16Array(buffer, placed, count),
    marks: (count) => new Uint8Array(buffer, marks, count),
    counts: (name, count) => new Uint32Array(buffer, counts[name], count),
    steps: {
      moments({ byteOffset, length }): MomentsOfReplicates {
        code.sumOfReplicates(byteOffset, summed, length);
        const sums = { all: code.sumInOrder(byteOffset, length), own: doubles(summed, REPLICATES).slice() };
        return momentsOfSums(length, sums, (about) => {
          doubles(around, REPLICATES).set(about.own);
          code.sumDifferences(byteOffset, length, around, about.all, summed);
          const [rest, squares] = doubles(summed + 16 * REPLICATES, 2);
          return {
            rest: { all: rest!, own: doubles(summed, REPLICATES) },
            squares: { all: squares!, own: doubles(summed + 8 * REPLICATES, REPLICATES) },
          };
        });
      },
      place(cells: Cells, values, places) {
        const { byteOffset, length: count } = values;
        doubles(lookup, LOOKUP).set(kernelLookup(cells));
        code.placeValues(byteOffset, count, lookup, places.byteOffset);
      },
      start(places, shift, _, starts) {
        code.startPieces(places.byteOffset, places.length, shift, starts.byteOffset, starts.length - 1);
      },
      before({ starts, buckets, from, to: end }, before) {
        code.countBefore(starts.byteOffset, buckets, from, end, before.byteOffset);
      },
      putIn({ values, places, shift, marks: wanted, next, to: filled }) {
        code.fillPieces(
          values.byteOffset,
          places.byteOffset,
          values.length,
          shift,
          wanted.byteOffset,
          next.byteOffset,
          filled.byteOffset,
        );
      },
    },
  };
}
