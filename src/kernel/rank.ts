import type { Address } from './address.ts';

/** The part of the kernel's functions that put values in order; see `assembly/rank.ts`. Counts are words of 32 bits, places of 16. */
export interface RankCode {
  startPieces(places: Address, count: number, shift: number, starts: Address, pieces: number): void;
  countBefore(starts: Address, buckets: number, from: number, to: number, before: Address): void;
  fillPieces(
    values: Address,
    places: Address,
    count: number,
    shift: number,
    marks: Address,
    next: Address,
    to: Address,
  ): void;
  sumInOrder(row: Address, count: number): number;
  sumDifferences(row: Address, count: number, about: Address, aboutAll: number, sums: Address): void;
}
