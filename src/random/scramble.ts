import type { Place } from './dimensions.ts';
import { randomWords, subkey, type Key } from './key.ts';
import { DIGITS, sobolDirections } from './sobol.ts';

/** Independent randomizations of the points; the error of a result is told from the differences between them. */
export const REPLICATES = 16;

/** Sobol' points of one assumption, one randomization per replicate. */
export interface ScrambledPoints {
  /** Word k of replicate r is at k · REPLICATES + r; there are as many as the draws asked for need. */
  readonly directions: Uint32Array;
  /** First point of each replicate. */
  readonly starts: Uint32Array;
}

/**
 * Randomizes one coordinate of the Sobol' points in three ways, none of which costs anything per point:
 *
 * - Digits: each binary digit of the coordinate is its own plus a random choice of the more significant ones, then a
 *   random word is added. Each point becomes uniform, and any 2^m points that are evenly spread stay so.
 *   Source: Matoušek, "On the L₂-discrepancy for anchored boxes" (1998).
 * - Order: the same for the index of the points, and one choice for all of a group. Aligned blocks of 2^m points, for m
 *   from `FREE_BITS` up, become other such blocks, so the first 2^m points are as good as ever; but two groups meet each
 *   other's points in unrelated order, as if they were drawn independently. So groups share dimensions.
 *   Source: Owen, "Latin supercube sampling for very high-dimensional simulations" (1998).
 * - Replicates differ in all of it.
 *
 * @param draws  how many will be read at most; points are the same for any number
 */
export function scramble(key: Key, id: string, { group, dimension }: Place, draws: number): ScrambledPoints {
  const bits = bitsOf(draws);
  const plain = sobolDirections(dimension).subarray(0, bits);
  const ofOrder = subkey(key, `order of ${group}`);
  const ofDigits = subkey(key, `digits of ${id}`);
  const directions = new Uint32Array(REPLICATES * bits);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const first = replicate * DIGITS;
    const words = reordered(plain, randomWords(ofOrder, bits, first));
    // Bit k of the index moves the first k + 1 digits of a Sobol' point and no others.
    const columns = columnsOf(randomWords(ofDigits, bits, first));
    for (let k = 0; k < bits; k++) directions[k * REPLICATES + replicate] = scrambleDigits(words[k]!, columns);
  }
  return { directions, starts: randomWords(subkey(key, `shift of ${id}`), REPLICATES) };
}

/** Bits in the indices of so many draws' points, and of the point after them. */
function bitsOf(draws: number): number {
  return Math.max(FREE_BITS, DIGITS - Math.clz32(Math.ceil(draws / REPLICATES)));
}

/**
 * How many of the lowest bits of the index also depend on each other upwards. Without any, the first digits of two groups
 * would be equal, or opposite, in both points of every pair of neighbours, and what two groups do together would have
 * twice the variance of plain draws; with four it is 1.1 times, but fewer than 2^4 points are not evenly spread.
 */
const FREE_BITS = 4;

/**
 * The direction numbers of the points in another order: those of the index's bits, each with a random choice of others,
 * told by the bits of `order`.
 */
function reordered(plain: Uint32Array, order: Uint32Array): Uint32Array {
  const words = plain.slice();
  for (let k = 0; k < words.length; k++) {
    for (let lower = 0; lower < k; lower++) words[k]! ^= plain[lower]! & allOnesIf(order[k]! >>> lower);
  }
  for (let k = 0; k < FREE_BITS; k++) {
    for (let upper = k + 1; upper < FREE_BITS; upper++) words[k]! ^= words[upper]! & allOnesIf(order[k]! >>> upper);
  }
  return words;
}

/** What each of the first binary digits of a word changes: itself and a random choice of those below it, told by `digits`. */
function columnsOf(digits: Uint32Array): Uint32Array {
  return digits.map((word, digit) => {
    const place = (1 << (DIGITS - 1 - digit)) >>> 0;
    return place | (word & (place - 1));
  });
}

/** Each binary digit of `word` with a random choice of those above it, where only those that have columns are set. */
function scrambleDigits(word: number, columns: Uint32Array): number {
  let scrambled = 0;
  for (let digit = 0; digit < columns.length; digit++) {
    scrambled ^= columns[digit]! & allOnesIf(word >>> (DIGITS - 1 - digit));
  }
  return scrambled;
}

/** A mask from a word's last bit: a branch on random bits would be guessed wrong half the time. */
function allOnesIf(word: number): number {
  return -(word & 1);
}
