/** The steps of ranking that go through all values: plain here, compiled in `kernel-ranking.ts` with the same bits. */
import { placesIn, type Cells } from './cells.ts';
import { momentsOfReplicates, type MomentsOfReplicates } from './moments.ts';

/** Replicates take turns: of each bucket of cells, `1 << shift` of them, each replicate has a piece, and all follow each other. */
export interface RankingSteps {
  moments(values: Float64Array, replicates: number): MomentsOfReplicates;
  /** See `placesIn`. */
  place(cells: Cells, values: Float64Array, places: Uint16Array): void;
  /** Writes where each piece begins and, after the last, where it ends. */
  start(places: Uint16Array, shift: number, replicates: number, starts: Uint32Array): void;
  /** Writes how many values of some pieces of each bucket lie in buckets before it, and after the last bucket of all. */
  before(pieces: SomePieces, before: Uint32Array): void;
  /** Puts the values of the marked buckets into their pieces, with 0 for -0. */
  putIn(pieces: Pieces): void;
}

/** The pieces of each bucket from one replicate to before another. */
export interface SomePieces {
  readonly starts: Uint32Array;
  readonly buckets: number;
  readonly replicates: number;
  readonly from: number;
  readonly to: number;
}

export interface Pieces {
  readonly values: Float64Array;
  readonly places: Uint16Array;
  readonly shift: number;
  readonly replicates: number;
  /** By bucket: not 0 where it is wanted. */
  readonly marks: Uint8Array;
  /** Where the next value of each piece goes; changed. */
  readonly next: Uint32Array;
  readonly to: Float64Array;
}

export const PLAIN_STEPS: RankingSteps = {
  moments: momentsOfReplicates,
  place: placesIn,

  start(places, shift, replicates, starts) {
    starts.fill(0);
    for (let i = 0, r = 0; i < places.length; i++, r = r + 1 === replicates ? 0 : r + 1) {
      starts[(places[i]! >> shift) * replicates + r + 1]! += 1;
    }
    for (let k = 1; k < starts.length; k++) starts[k]! += starts[k - 1]!;
  },

  before({ starts, buckets, replicates, from, to }, before) {
    before[0] = 0;
    for (let b = 0, at = 0; b < buckets; b++, at += replicates) {
      before[b + 1] = before[b]! + starts[at + to]! - starts[at + from]!;
    }
  },

  putIn({ values, places, shift, replicates, marks, next, to }) {
    for (let i = 0, r = 0; i < values.length; i++, r = r + 1 === replicates ? 0 : r + 1) {
      const bucket = places[i]! >> shift;
      if (marks[bucket] === 0) continue;
      const piece = bucket * replicates + r;
      const at = next[piece]!;
      to[at] = values[i]! + 0;
      next[piece] = at + 1;
    }
  },
};
