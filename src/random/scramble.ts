import type { Place } from './dimensions.ts';
import { randomWords, subkey, type Key } from './key.ts';
import { DIGITS, sobolDirections } from './sobol.ts';

/** Independent randomizations of the points; the error of a result is told from the differences between them. */
export const REPLICATES = 16;

/** Sobol' points of one assumption, one randomization per replicate. */
export interface ScrambledPoints {
  /** Word k of replicate r is at k · REPLICATES + r. */
  readonly directions: Uint32Array;
  /** First point of each replicate. */
  readonly starts: Uint32Array;
}

/**
 * Randomizes one coordinate of the Sobol' points in three ways, none of which costs anything per point:
 *
 * - Digits: each binary digit of the coordinate is its own plus a random choice of the more significant ones, then a
 *   random word is added (linear matrix scramble and digital shift: Matoušek, "On the L₂-discrepancy for anchored
 *   boxes", 1998). This makes estimates unbiased and keeps each replicate a digital net.
 * - Order: each bit of the index is its own plus a random choice of the more significant ones, the same for all of a
 *   group. The first 2^m points stay an aligned block of 2^m points, so still a net, but different groups meet each
 *   other's points in unrelated order. This is how groups do without dimensions of their own (padding: Owen, "Latin
 *   supercube sampling for very high-dimensional simulations", 1998).
 * - Replicates differ in all of it.
 */
export function scramble(key: Key, id: string, { group, dimension }: Place): ScrambledPoints {
  const plain = sobolDirections(dimension);
  const orderWords = randomWords(subkey(key, `order of ${group}`), REPLICATES * DIGITS);
  const digitWords = randomWords(subkey(key, `digits of ${id}`), REPLICATES * DIGITS);
  const directions = new Uint32Array(DIGITS * REPLICATES);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const order = orderWords.subarray(replicate * DIGITS, (replicate + 1) * DIGITS);
    const digits = digitWords.subarray(replicate * DIGITS, (replicate + 1) * DIGITS);
    for (let k = 0; k < DIGITS; k++) {
      let word = plain[k]!;
      for (let lower = 0; lower < k; lower++) word ^= plain[lower]! & allOnesIf(order[k]! >>> lower);
      directions[k * REPLICATES + replicate] = scrambleDigits(word, k + 1, digits);
    }
  }
  return { directions, starts: randomWords(subkey(key, `shift of ${id}`), REPLICATES) };
}

/** Of `word` only the first `count` digits are set. */
function scrambleDigits(word: number, count: number, digits: Uint32Array): number {
  let scrambled = 0;
  for (let digit = 0; digit < count; digit++) {
    const place = (1 << (DIGITS - 1 - digit)) >>> 0;
    const column = place | (digits[digit]! & (place - 1));
    scrambled ^= column & allOnesIf(word >>> (DIGITS - 1 - digit));
  }
  return scrambled;
}

/** A mask from the last bit of a word: these bits are random, and a branch on them would be guessed wrong half the time. */
function allOnesIf(word: number): number {
  return -(word & 1);
}
