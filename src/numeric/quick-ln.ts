import { exponentOf, powerOfTwo } from './bits.ts';
import { ln } from './ln.ts';

/** Cells of the table between one power of two and the next. */
const CELLS = 256;
/**
 * For the points 1 + j/256 from 1 to 2 the inverse, rounded to what a product with it keeps, and the negative logarithm
 * of that: `[2 j]` and `[2 j + 1]`.
 */
export const QUICK_LN = new Float64Array(2 * (CELLS + 1)).map((_, at) => {
  const inverse = Math.fround(1 / (1 + Math.floor(at / 2) / CELLS));
  return at % 2 === 0 ? inverse : -ln(inverse);
});

/**
 * Natural logarithm of positive normal numbers, within two units in the last place of the larger of 1 and its size: for
 * response curves, where the time counts.
 *
 * x = 2^k m, and with the inverse c of the point next to m, ln x = k ln 2 - ln c + ln(m c), the last by five terms of its
 * series around 1: the sixth counts for 1e-17. Near 1 the point is 1 itself, so that no digits are lost.
 */
export function quickLn(x: number): number {
  const k = exponentOf(x);
  const m = x * powerOfTwo(-k);
  const at = 2 * Math.floor((m - 1) * CELLS + 0.5);
  const r = m * QUICK_LN[at]! - 1;
  const rest = r * (1 / 3 + r * (r * (1 / 5) - 1 / 4)) - 1 / 2;
  return k * Math.LN2 + (QUICK_LN[at + 1]! + (r + r * r * rest));
}

/** ln(1 + x) for x >= 0, given `inverse` = 1 / (1 + x): keeps its digits near zero. */
export function quickLog1p(x: number, inverse: number): number {
  const sum = 1 + x;
  const added = sum - 1;
  const lost = 1 - (sum - added) + (x - added);
  return quickLn(sum) + lost * inverse;
}
