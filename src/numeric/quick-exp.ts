import { powerOfTwo } from './bits.ts';
import { exp } from './exp.ts';
import { LN2_HIGH, LN2_LOW } from './ln2.ts';

/** Steps of the table in every factor of two. */
const STEPS = 256;
/** 2^(j/256) for j = 0 to 255. */
export const QUICK_POWER = Float64Array.from({ length: STEPS }, (_, j) => exp((j * Math.LN2) / STEPS));

const STEPS_PER_UNIT = STEPS * Math.LOG2E;
const STEP = Math.LN2 / STEPS;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;
/** 1.5 · 2^52: what is added to it is rounded to a whole number, which then stands in its lowest bits. */
const SHIFT = 6755399441055744;

/** The least number that a curve asks the exponential of: nothing is left of what is multiplied by it. */
const LEAST = -700;
/** The largest: its power can still be multiplied by an amount of money. */
const LARGEST = 600;

/** x, or -700 if it is less. */
export function atLeast(x: number): number {
  return x < LEAST ? LEAST : x;
}

/** x, or 600 if it is more. */
export function atMost(x: number): number {
  return LARGEST < x ? LARGEST : x;
}

/**
 * e to the power x, within 4 units in the last place, for |x| <= 700: for response curves, where the time counts.
 *
 * x = n ln 2 / 256 + r, then e^r by four terms of its series: the fifth counts for 4e-17.
 */
export function quickExp(x: number): number {
  const n = x * STEPS_PER_UNIT + SHIFT - SHIFT;
  const power = powerAt(n);
  return power + power * oneLess(x - n * STEP_HIGH - n * STEP_LOW);
}

/** e to the power x, for x up to 600; 0 where x is less than -700. */
export function vanishingExp(x: number): number {
  return x < LEAST ? 0 : quickExp(x);
}

/**
 * e to the power x, less 1, within 4e-14 of it, for x from -700 to 0: keeps its digits near zero. The
 * step in one number will do: where it is not exact enough e^x is small beside 1.
 */
export function quickExpm1(x: number): number {
  const n = x * STEPS_PER_UNIT + SHIFT - SHIFT;
  const power = powerAt(n);
  return power - 1 + power * oneLess(x - n * STEP);
}

function powerAt(n: number): number {
  const j = n & (STEPS - 1);
  return QUICK_POWER[j]! * powerOfTwo((n - j) / STEPS);
}

/** e^r - 1 for |r| <= ln 2 / 512. */
function oneLess(r: number): number {
  return r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24)));
}
