/** Two unsigned 32-bit words. */
export type Words = readonly [number, number];

/**
 * The random words at one place of a stream: a keyed permutation of the 2^64 places, so the same `key` and `counter`
 * give the same words anywhere, at any time and in any order. Threefry-2x32 with 20 rounds passes all of TestU01 and
 * needs no product of 32-bit words, which JavaScript computes slowly.
 *
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).
 */
export function threefry(key: Words, counter: Words): Words {
  const first = key[0];
  const second = key[1];
  const third = first ^ second ^ PARITY;
  let left = (counter[0] + first) | 0;
  let right = (counter[1] + second) | 0;
  // Written out: a loop over tables of turns takes four times as long.
  left = (left + right) | 0;
  right = rotate(right, 13) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 15) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 26) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 6) ^ left;
  left = (left + second) | 0;
  right = (right + third + 1) | 0;
  left = (left + right) | 0;
  right = rotate(right, 17) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 29) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 16) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 24) ^ left;
  left = (left + third) | 0;
  right = (right + first + 2) | 0;
  left = (left + right) | 0;
  right = rotate(right, 13) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 15) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 26) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 6) ^ left;
  left = (left + first) | 0;
  right = (right + second + 3) | 0;
  left = (left + right) | 0;
  right = rotate(right, 17) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 29) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 16) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 24) ^ left;
  left = (left + second) | 0;
  right = (right + third + 4) | 0;
  left = (left + right) | 0;
  right = rotate(right, 13) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 15) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 26) ^ left;
  left = (left + right) | 0;
  right = rotate(right, 6) ^ left;
  left = (left + third) | 0;
  right = (right + first + 5) | 0;
  return [left >>> 0, right >>> 0];
}

/** Keeps a key of zeros from being a weak one; the constant of the Skein hash, which Threefry is cut from. */
const PARITY = 0x1bd11bda;

function rotate(word: number, turn: number): number {
  return (word << turn) | (word >>> (32 - turn));
}
