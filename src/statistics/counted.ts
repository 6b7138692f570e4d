import { holderOf } from './buckets.ts';
import { lowerEnd, upperEnd, type Cells } from './cells.ts';
import type { Ranked } from './ranked.ts';
import { replicateError } from './replicates.ts';
import type { RankedReplicates } from './selection.ts';

/** How many values lie in each of some cells, and what is known of them beyond that. */
export interface CellCounts {
  readonly cells: Cells;
  /** Values in the cells `k * width` to `(k + 1) * width - 1`. */
  readonly counts: Uint32Array;
  readonly width: number;
  readonly least: number;
  readonly greatest: number;
  /** Exact sums of all values in the first so many of `counts`. */
  readonly anchors: readonly { readonly before: number; readonly sum: number }[];
}

interface RankedInCells extends Ranked {
  /** Width of the cells in which the value at a place lies: how far off it may be. */
  widthAt(place: number): number;
  /** The last cell, of those that are counted, that begins at this value or below it. */
  holding(value: number): number;
  /** How many values lie in this cell and those below it. */
  upTo(cell: number): number;
}

/**
 * Values known by their cells only, as if those of a cell were spread evenly over it: a value found is at most the width
 * of its cell off. A sum is only off by what lies between its end and the nearest anchor, each value by half a cell at most.
 */
export function rankedInCells(given: CellCounts): RankedInCells {
  const { counts, anchors } = given;
  const before = countsBefore(counts);
  const lower = (k: number) => lowerEnd(given.cells, k * given.width, given.least);
  const upper = (k: number) => upperEnd(given.cells, (k + 1) * given.width - 1, given.greatest);
  const size = (k: number) => upper(k) - lower(k);

  return {
    count: before[counts.length]!,
    widthAt: (place) => size(holderOf(before, place)),
    holding(value) {
      let [k, beyond] = [0, counts.length];
      while (beyond - k > 1) {
        const middle = (k + beyond) >> 1;
        if (lower(middle) <= value) k = middle;
        else beyond = middle;
      }
      return k;
    },
    upTo: (cell) => before[Math.min(Math.max(cell + 1, 0), counts.length)]!,
    at(place) {
      const k = holderOf(before, place);
      return lower(k) + ((place - before[k]! + 0.5) / counts[k]!) * size(k);
    },
    sumOfLowest(count) {
      const away = (anchor: { readonly before: number }) => Math.abs(before[anchor.before]! - count);
      let { before: k, sum } = anchors.reduce((best, anchor) => (away(anchor) < away(best) ? anchor : best));
      let missing = count - before[k]!;
      let surplus = -missing;
      for (; missing > 0; k++) {
        if (counts[k] === 0) continue;
        const taken = Math.min(missing, counts[k]!);
        sum += taken * (lower(k) + (taken / counts[k]! / 2) * size(k));
        missing -= taken;
      }
      while (surplus > 0) {
        k -= 1;
        if (counts[k] === 0) continue;
        const taken = Math.min(surplus, counts[k]!);
        sum -= taken * (upper(k) - (taken / counts[k]! / 2) * size(k));
        surplus -= taken;
      }
      return sum;
    },
  };
}

/**
 * How many values lie before each cell, and in all. By itself: of a function that goes on after such a loop V8 throws the code for the
 * loop away each time, which made it seven times as long.
 */
function countsBefore(counts: Uint32Array): Float64Array {
  const before = new Float64Array(counts.length + 1);
  let sum = 0;
  for (let k = 0; k < counts.length; k++) {
    sum += counts[k]!;
    before[k + 1] = sum;
  }
  return before;
}

/** Cells at whose ends shares are told, from that of the value on: two ends to either side of it. */
const ENDS_NEAR = [-2, -1, 0, 1];

/**
 * All values, and those of each replicate, which are counted in wider cells: of these, whole cells are told, since shares of evenly
 * spread draws vary less where they are put together from parts of cells. How much shares of one number vary depends on where its
 * strata are cut: not at all between two strata, most in the middle of one. So of several ends near a value, that is told at
 * which they vary most, which is about as much as they can vary at the value itself.
 */
export function replicatesInCells(
  whole: CellCounts,
  replicates: readonly CellCounts[],
): RankedReplicates & { readonly whole: RankedInCells } {
  const all = rankedInCells(whole);
  const parts = replicates.map(rankedInCells);
  return {
    whole: all,
    replicates: parts,
    upTo(place) {
      const cell = parts[0]!.holding(all.at(place));
      const told = ENDS_NEAR.map((end) => parts.map((part) => part.upTo(cell + end)));
      return told.reduce((most, counts) => (replicateError(counts) > replicateError(most) ? counts : most));
    },
  };
}
