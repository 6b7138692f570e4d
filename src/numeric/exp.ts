import { scaleByPowerOfTwo } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './ln2.ts';

/** Above this e^x is more than the largest double. */
const OVERFLOW = 709.782712893384;
/** Below this e^x is less than half the smallest positive double. */
const UNDERFLOW = -745.1332191019411;

/**
 * e to the power x, within 1 unit in the last place; Infinity above 709.78, 0 below -745.13.
 *
 * x = k ln 2 + r with |r| <= ln 2 / 2, then the Taylor series of e^r, scaled by 2^k. The reduction in two parts is the
 * one of fdlibm (Sun Microsystems, 1993).
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e to the power `high + low`, where `low` is less than a few units in the last place of `high`. */
export function expOfSum(high: number, low: number): number {
  if (high !== high) return NaN;
  if (high > OVERFLOW) return Infinity;
  if (high < UNDERFLOW) return 0;
  const k = nearest(high * Math.LOG2E);
  const main = high - k * LN2_HIGH;
  const rest = low - k * LN2_LOW;
  const r = main + rest;
  const lost = main - r + rest;
  return scaleByPowerOfTwo(1 + (r + (r * r * secondOrder(r) + lost)), k);
}

/**
 * e to the power x, less 1: keeps its digits near zero, where `exp(x) - 1` loses them. Within 2 units in the last
 * place; -1 at -Infinity.
 */
export function expm1(x: number): number {
  if (x !== x || x === 0) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < -40) return -1; // e^-40 is less than half a unit in the last place of 1
  const k = nearest(x * Math.LOG2E);
  if (k > 60) return exp(x);
  const main = x - k * LN2_HIGH;
  const rest = -k * LN2_LOW;
  const r = main + rest;
  const lost = main - r + rest;
  const oneLess = 1 - scaleByPowerOfTwo(1, -k); // e^x - 1 = 2^k (e^r - 1 + 1 - 2^-k)
  const sum = oneLess + r;
  const added = sum - oneLess;
  const sumLost = oneLess - (sum - added) + (r - added); // of either sign and order, without asking which is larger
  return scaleByPowerOfTwo(1, k) * (sum + (r * r * secondOrder(r) + lost + sumLost));
}

/** The whole number nearest to x, for |x| <= 1100; at a tie either. As a small integer, which `Math.round` does not give. */
function nearest(x: number): number {
  return ((x + 1100.5) | 0) - 1100;
}

/** (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2: the terms 1/2! + r/3! + … + r^11/13!; the next is 2^-57 of the sum. */
function secondOrder(r: number): number {
  const square = r * r;
  let sum = 1 / 479001600 + r * (1 / 6227020800);
  sum = 1 / 3628800 + r * (1 / 39916800) + square * sum;
  sum = 1 / 40320 + r * (1 / 362880) + square * sum;
  sum = 1 / 720 + r * (1 / 5040) + square * sum;
  sum = 1 / 24 + r * (1 / 120) + square * sum;
  return 1 / 2 + r * (1 / 6) + square * sum;
}
