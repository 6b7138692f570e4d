import { nearestExponent, powerOfTwo, productError } from './bits.ts';
import { expOfSum } from './exp.ts';
import { LN2_HIGH, LN2_LOW } from './ln2.ts';

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;
/** From here every power of a number other than 1 is 0 or Infinity: the nearest logarithm to zero is 2^-53. */
const HUGE_EXPONENT = 18446744073709551616;
/** 1/3 is this more than the double nearest to it. */
const THIRD_LOST = 1.850371707708594e-17;

/**
 * x to the power y, within 1 unit in the last place, with the special cases of JavaScript's own power.
 *
 * e^(y ln x) with the logarithm and the product carried in two doubles, because an error in y ln x, which is up to
 * 745, is multiplied by the result. ln x as in `ln`, with s and its first two series terms in two doubles.
 * Source of the two-double arithmetic: Dekker (1971).
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  if (x === 1 || x === -1) return powerOfOne(x, y);
  if (x === 0 || x === Infinity || x === -Infinity) return powerOfEnd(x, y);
  if (x < 0 && !Number.isInteger(y) && Math.abs(y) !== Infinity) return NaN;
  const sign = x < 0 && isOdd(y) ? -1 : 1;
  const size = Math.abs(x);
  if (Math.abs(y) >= HUGE_EXPONENT) return sign * (size > 1 === y > 0 ? Infinity : 0);
  return sign * positivePower(size, y);
}

function positivePower(x: number, y: number): number {
  const normal = x < SMALLEST_NORMAL ? x * TWO_TO_54 : x;
  const exponent = nearestExponent(normal);
  const fraction = normal * powerOfTwo(-exponent);
  const k = exponent - (x < SMALLEST_NORMAL ? 54 : 0);

  // s = (fraction - 1) / (fraction + 1)
  const numerator = fraction - 1;
  const denominator = fraction + 1;
  const denominatorLost = fraction - (denominator - 1);
  const s = numerator / denominator;
  const back = s * denominator;
  const sLost = (numerator - back - productError(s, denominator, back) - s * denominatorLost) / denominator;

  // ln(fraction) = 2s + 2s * v with v = s^2 (1/3 + s^2/5 + s^4/7 + …)
  const square = s * s;
  const squareLost = productError(s, s, square) + 2 * s * sLost;
  const tail = artanhTail(square);
  const bracket = 1 / 3 + tail;
  const bracketLost = 1 / 3 - bracket + tail + THIRD_LOST;
  const v = square * bracket;
  const vLost = productError(square, bracket, v) + square * bracketLost + squareLost * bracket;
  const third = s * v;
  const thirdLost = productError(s, v, third) + s * vLost + sLost * v;
  const small = 2 * (s + third);
  const smallLost = 2 * (s - (s + third) + third + sLost + thirdLost);

  // + k ln 2
  const whole = k * LN2_HIGH;
  const sum = whole + small;
  const sumLost = (k === 0 ? 0 : whole - sum + small) + smallLost + k * LN2_LOW;
  const log = sum + sumLost;
  const logLost = sum - log + sumLost;

  const power = y * log;
  return expOfSum(power, Math.abs(power) > 800 ? 0 : productError(y, log, power) + y * logLost);
}

/** s^2/5 + s^4/7 + … in powers of `square` = s^2 <= 0.0295; the first term left out is 2^-60. */
function artanhTail(square: number): number {
  const fourth = square * square;
  let sum = 1 / 21;
  sum = 1 / 17 + square * (1 / 19) + fourth * sum;
  sum = 1 / 13 + square * (1 / 15) + fourth * sum;
  sum = 1 / 9 + square * (1 / 11) + fourth * sum;
  sum = 1 / 5 + square * (1 / 7) + fourth * sum;
  return square * sum;
}

function powerOfOne(x: number, y: number): number {
  if (Math.abs(y) === Infinity) return NaN;
  if (x === 1) return 1;
  return Number.isInteger(y) ? (isOdd(y) ? -1 : 1) : NaN;
}

function powerOfEnd(x: number, y: number): number {
  const size = (x === 0) === y > 0 ? 0 : Infinity;
  const negative = x < 0 || Object.is(x, -0);
  return negative && isOdd(y) ? -size : size;
}

function isOdd(y: number): boolean {
  return Math.abs(y % 2) === 1;
}
