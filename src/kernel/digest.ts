import type { Address } from './address.ts';

/** The part of the kernel's functions that count draws; see `assembly/cells.ts`, `windows.ts` and `digest.ts`. Places are words of 16 bits. */
export interface DigestFunctions {
  placeValues(values: Address, count: number, lookup: Address, places: Address): void;
  listWithin(values: Address, count: number, from: number, to: number, list: Address, below: Address): number;
  sumMoments(row: Address, count: number, about: number, sums: Address): void;
}
