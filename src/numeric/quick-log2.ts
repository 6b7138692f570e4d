import { exponentOf, powerOfTwo } from './bits.ts';
import { ln } from './ln.ts';

/** Cells of the table between one power of two and the next. */
const CELLS = 256;
/**
 * For the middle of each cell of [1, 2) the inverse, rounded to what a product with it keeps, and the negative binary
 * logarithm of that: `[2 j]` and `[2 j + 1]`.
 */
export const QUICK_LOG2 = new Float64Array(2 * CELLS).map((_, at) => {
  const inverse = Math.fround(1 / (1 + (Math.floor(at / 2) + 0.5) / CELLS));
  return at % 2 === 0 ? inverse : -ln(inverse) * Math.LOG2E;
});

/**
 * Binary logarithm of positive normal numbers, within 2e-15 of it and two units in its last place: for response curves that raise
 * spend to a power, where the time counts and a difference of logarithms is all that is looked at.
 *
 * x = 2^k m, and with the inverse c of the middle of m's cell, log2 x = k - log2 c + log2(m c), the last by the polynomial without a
 * constant that misses it least for |m c - 1| <= 1/512, by 1.03e-15 (Remez' exchange, in 60-digit arithmetic).
 */
export function quickLog2(x: number): number {
  const k = exponentOf(x);
  const m = x * powerOfTwo(-k);
  const at = 2 * Math.floor((m - 1) * CELLS);
  const r = m * QUICK_LOG2[at]! - 1;
  const near =
    r * (1.4426950408884385 + r * (-0.7213475204427328 + r * (0.4808994476570519 + r * -0.36067513595216005)));
  return k + QUICK_LOG2[at + 1]! + near;
}
