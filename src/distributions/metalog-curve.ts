import { exp } from '../numeric/exp.ts';

/** A value of a curve and its slope there. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

/** Log odds beyond which y is 0 or 1 to the last digit, so that the curve is a straight line in the log odds. */
const STRAIGHT_BEYOND = 700;
/** The slope is looked at every so many log odds, from this much below the middle to this much above. */
const LOOK_EVERY = 0.02;
const LOOK_WITHIN = 40;
const MOST_STEPS = 200;
/** The error of Newton's method shrinks as the square of the step. */
const LAST_STEP = 1e-8;

/**
 * The metalog with any number of coefficients at log odds L = ln(y / (1 - y)), before its bounds are put on, and its
 * derivative by L.
 *
 * Source: Keelin, "The metalog distributions" (2016), eq. 6: a1 + a2 L + a3 (y - 1/2) L + a4 (y - 1/2) +
 * a5 (y - 1/2)² + a6 (y - 1/2)² L + …
 */
export function metalogCurve(coefficients: readonly number[], logOdds: number): ValueAndSlope {
  const below = 1 / (1 + exp(-logOdds));
  const above = 1 / (1 + exp(logOdds));
  const middle = (below - above) / 2;
  const spread = below * above; // derivative of y by L
  let value = 0;
  let slope = 0;
  let power = 1; // of y - 1/2: 0, 0, 1, 1, 2, 2, 3, 3, … in the terms
  let powerSlope = 0;
  for (let index = 0; index < coefficients.length; index += 1) {
    if (index > 0 && index % 2 === 0) {
      powerSlope = powerSlope * middle + power * spread;
      power *= middle;
    }
    value += coefficients[index]! * power * (hasLogOdds(index) ? logOdds : 1);
    slope += coefficients[index]! * (hasLogOdds(index) ? powerSlope * logOdds + power : powerSlope);
  }
  return { value, slope };
}

/** Slope of the curve by the log odds in either tail. */
export function tailSlopes(coefficients: readonly number[]): { readonly lower: number; readonly upper: number } {
  return {
    lower: metalogCurve(coefficients, -STRAIGHT_BEYOND).slope,
    upper: metalogCurve(coefficients, STRAIGHT_BEYOND).slope,
  };
}

/** Whether the curve rises everywhere, so that it is a quantile function. */
export function isIncreasing(coefficients: readonly number[]): boolean {
  const tails = tailSlopes(coefficients);
  if (!(tails.lower >= 0 && tails.upper >= 0)) return false;
  for (let logOdds = -LOOK_WITHIN; logOdds <= LOOK_WITHIN; logOdds += LOOK_EVERY) {
    if (!(metalogCurve(coefficients, logOdds).slope > 0)) return false;
  }
  return true;
}

/** The log odds at which an increasing curve has the value m, by Newton's method with bisection where it strays. */
export function logOddsAt(coefficients: readonly number[], m: number): number {
  let low = -STRAIGHT_BEYOND;
  let high = STRAIGHT_BEYOND;
  let logOdds = 0;
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const { value, slope } = metalogCurve(coefficients, logOdds);
    if (value < m) low = logOdds;
    else high = logOdds;
    const newton = logOdds - (value - m) / slope;
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - logOdds) <= LAST_STEP * Math.max(1, Math.abs(next))) return next;
    logOdds = next;
  }
  return logOdds;
}

/** Whether term `index`, from 0, is multiplied by the log odds: the second, third, sixth, eighth, tenth, … */
function hasLogOdds(index: number): boolean {
  return index === 1 || index === 2 || (index > 4 && index % 2 === 1);
}
