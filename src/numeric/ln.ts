import { nearestExponent, powerOfTwo } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './ln2.ts';

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;

/**
 * Natural logarithm, within 1 unit in the last place; -Infinity at 0, NaN below.
 *
 * x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)]; with s = f / (2 + f), ln(1 + f) = 2 artanh(s), summed as a
 * series in s and arranged as in fdlibm (Sun Microsystems, 1993) so that the largest term f is added last.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x < SMALLEST_NORMAL) return ln(x * TWO_TO_54) - 54 * (LN2_HIGH + LN2_LOW);
  const k = nearestExponent(x);
  const f = x * powerOfTwo(-k) - 1;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  const beyond = s * (half + artanhTail(s * s));
  return k * LN2_HIGH - (half - (beyond + k * LN2_LOW) - f);
}

/**
 * ln(1 + x): keeps its digits near zero, where `ln(1 + x)` loses them. Within 2 units in the last place; -Infinity at
 * -1, NaN below.
 *
 * The rounding of 1 + x is known exactly, and its effect on the logarithm to first order.
 */
export function log1p(x: number): number {
  if (x === 0) return x; // keeps the sign of zero
  const sum = 1 + x;
  if (sum === 1) return x;
  if (!(sum > 0) || sum === Infinity) return ln(sum);
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1);
  return ln(sum) + lost / sum;
}

/** 2 artanh(s)/s - 2 = 2s^2/3 + 2s^4/5 + … in powers of `square` = s^2 <= 0.0295; the first term left out is 2^-59. */
function artanhTail(square: number): number {
  const fourth = square * square;
  let sum = 2 / 19 + square * (2 / 21);
  sum = 2 / 15 + square * (2 / 17) + fourth * sum;
  sum = 2 / 11 + square * (2 / 13) + fourth * sum;
  sum = 2 / 7 + square * (2 / 9) + fourth * sum;
  sum = 2 / 3 + square * (2 / 5) + fourth * sum;
  return square * sum;
}
