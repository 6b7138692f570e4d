import { powerOfTwo, scaleByPowerOfTwo } from './bits.ts';
import { POWER, POWER_LOST, STEPS } from './exp-table.ts';
import { LN2_HIGH, LN2_LOW } from './ln2.ts';

/** Above this e^x is more than the largest double. */
const OVERFLOW = 709.782712893384;
/** Below this e^x is less than half the smallest positive double. */
const UNDERFLOW = -745.1332191019411;

const STEPS_PER_UNIT = STEPS * Math.LOG2E;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;

/**
 * e to the power x, within 1 unit in the last place; Infinity above 709.78, 0 below -745.13.
 *
 * x = n ln 2 / 32 + r with |r| <= ln 2 / 64, then e^r by its Taylor series, times 2^(n/32): a number from a table and a
 * power of two. Source: Tang, "Table-driven implementation of the exponential function" (1989).
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e to the power `high + low`, where `low` is less than a few units in the last place of `high`. */
export function expOfSum(high: number, low: number): number {
  if (high !== high) return NaN;
  if (high > OVERFLOW) return Infinity;
  if (high < UNDERFLOW) return 0;
  const n = nearest(high * STEPS_PER_UNIT);
  const main = high - n * STEP_HIGH;
  const rest = low - n * STEP_LOW;
  const r = main + rest;
  const lost = main - r + rest;
  const j = n & (STEPS - 1);
  const power = POWER[j]!;
  return scaleByPowerOfTwo(power + (POWER_LOST[j]! + power * (r + (r * r * secondOrder(r) + lost))), (n - j) / STEPS);
}

/**
 * e to the power x, less 1: keeps its digits near zero, where `exp(x) - 1` loses them. Within 2 units in the last
 * place; -1 at -Infinity.
 */
export function expm1(x: number): number {
  if (x !== x || x === 0) return x;
  if (x > 40) return exp(x);
  if (x < -40) return -1; // e^-40 is less than half a unit in the last place of 1
  const n = nearest(x * STEPS_PER_UNIT);
  const main = x - n * STEP_HIGH;
  const rest = -n * STEP_LOW;
  const r = main + rest;
  const lost = main - r + rest;
  const j = n & (STEPS - 1);
  const scale = powerOfTwo((n - j) / STEPS);
  const power = scale * POWER[j]!;
  // e^x - 1 = (power - 1) + r + (power - 1) r + power (e^r - 1 - r): the first two are added without loss
  const oneLess = power - 1;
  const sum = oneLess + r;
  const added = sum - oneLess;
  const sumLost = oneLess - (sum - added) + (r - added) + (power - (oneLess + 1));
  return sum + (sumLost + (oneLess * r + (power * (r * r * secondOrder(r) + lost) + scale * POWER_LOST[j]!)));
}

/** Far enough from zero that what is added to it is positive: 2^-1080 is no double any more. */
const BEYOND = 1080 * STEPS;

/** The whole number nearest to x, for |x| <= 1080 times `STEPS`; at a tie either. As a small integer, which `Math.round` does not give. */
function nearest(x: number): number {
  return ((x + (BEYOND + 0.5)) | 0) - BEYOND;
}

/** (e^r - 1 - r) / r^2 for |r| <= ln 2 / 64: the terms 1/2! + r/3! + … + r^5/7!; the next counts for 2^-60 of e^r - 1. */
function secondOrder(r: number): number {
  const square = r * r;
  const third = 1 / 720 + r * (1 / 5040);
  return 1 / 2 + r * (1 / 6) + square * (1 / 24 + r * (1 / 120) + square * third);
}
