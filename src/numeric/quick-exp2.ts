import { powerOfTwo } from './bits.ts';
import { exp } from './exp.ts';

/** Steps of the table in every factor of two. */
const STEPS = 512;
/** 2^(j/512) for j = 0 to 511. */
export const QUICK_POWER_OF_2 = Float64Array.from({ length: STEPS }, (_, j) => exp((j * Math.LN2) / STEPS));

/** 1.5 · 2^43: what is added to it is rounded to a 512th, and the number of these then stands in its lowest bits. */
const SHIFT = 13194139533312;

/** The least exponent that a curve asks for: nothing is left of what is multiplied by its power. */
const LEAST = -1000;
/** The largest: its power can still be multiplied by an amount of money. */
const LARGEST = 865;

/** An exponent, or the nearest to it that the powers of curves take, -1000 to 865. */
export function withinPowers(y: number): number {
  const enough = y < LEAST ? LEAST : y;
  return LARGEST < enough ? LARGEST : enough;
}

/**
 * Two to the power y, within 12 units in the last place, for y from -1000 to 1000: for response curves, where the time counts.
 *
 * y = n / 512 + r, then 2^r - 1 by the polynomial of third degree without a constant that misses it least for |r| <= 1/1024, by
 * 2.2e-15 (Remez' exchange, in 60-digit arithmetic).
 */
export function quickExp2(y: number): number {
  const steps = y + SHIFT - SHIFT;
  const r = y - steps;
  const n = steps * STEPS;
  const j = n & (STEPS - 1);
  const power = QUICK_POWER_OF_2[j]! * powerOfTwo((n - j) / STEPS);
  return power + power * (r * (Math.LN2 + r * (0.24022651383852284 + r * 0.05550411025430559)));
}
