import type { DistributionParameters } from '../families/distribution.ts';
import { ln } from '../numeric/ln.ts';
import { intoBounds, outOfBounds, type Bounds } from './bounds.ts';
import { metalog } from './metalog.ts';

/** Third over second coefficient up to which a metalog of three terms rises; Keelin (2016), section 3, has 1.66711. */
const MOST_SKEW = 1.667;
/** Middles tried between the most skewed shapes, to find where the mean crosses the one wanted. */
const TRIES = 32;
const MOST_STEPS = 100;
/** Leans closer than this give the same mean to the last digits. */
const LAST_STEP = 1e-14;

/**
 * The three-term metalog with probability `alpha` below the first value, a half below the second and `alpha` above the
 * third.
 *
 * Source: Keelin, "The metalog distributions" (2016), symmetric-percentile triplets.
 */
export function metalogThrough(
  alpha: number,
  [low, middle, high]: readonly [number, number, number],
  bounds: Bounds,
): DistributionParameters {
  const [first, second, third] = [low, middle, high].map((x) => outOfBounds(x, bounds)) as [number, number, number];
  const odds = ln((1 - alpha) / alpha);
  const coefficients = [second, (third - first) / (2 * odds), (first + third - 2 * second) / ((1 - 2 * alpha) * odds)];
  return { coefficients, ...bounds };
}

/** The values between which the middle must lie for the percentiles of `metalogThrough` to rise. */
export function rangeOfMiddles(alpha: number, low: number, high: number, bounds: Bounds): readonly [number, number] {
  return [middleAt(-1, alpha, low, high, bounds), middleAt(1, alpha, low, high, bounds)];
}

/** The middle with which `metalogThrough` has a given mean; where none has, the means that can be had. */
export type MiddleFound =
  | { readonly found: true; readonly value: number }
  | { readonly found: false; readonly leastMean: number; readonly mostMean: number };

/**
 * Along the middles, from the most skewed upwards to the most skewed downwards, the mean first falls (a long upper tail
 * loses more than the middle gains) and then rises, so that up to two middles have the mean; the one nearer to symmetry
 * is taken.
 */
export function middleFor(mean: number, alpha: number, low: number, high: number, bounds: Bounds): MiddleFound {
  const meanAt = (lean: number) => {
    const middle = middleAt(lean, alpha, low, high, bounds);
    return metalog.mean(metalogThrough(alpha, [low, middle, high], bounds)) ?? Infinity;
  };
  const tries = Array.from({ length: TRIES + 1 }, (_, i) => (2 * i) / TRIES - 1).map((lean) => ({
    lean,
    excess: meanAt(lean) - mean,
  }));
  const crossings = tries
    .slice(1)
    .map((right, i) => ({ left: tries[i]!, right }))
    .filter(({ left, right }) => left.excess < 0 !== right.excess < 0)
    .map(({ left, right }) => crossing((lean) => meanAt(lean) - mean, left.lean, right.lean))
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  if (crossings.length > 0) return { found: true, value: middleAt(crossings[0]!, alpha, low, high, bounds) };
  const means = tries.map(({ excess }) => mean + excess);
  return { found: false, leastMean: Math.min(...means), mostMean: Math.max(...means) };
}

/** The middle that leans from symmetric, 0, as far to the low (-1) or high (1) end as it may. */
function middleAt(lean: number, alpha: number, low: number, high: number, bounds: Bounds): number {
  const first = outOfBounds(low, bounds);
  const third = outOfBounds(high, bounds);
  const reach = (MOST_SKEW * (1 - 2 * alpha) * (third - first)) / 4;
  return intoBounds((first + third) / 2 + lean * reach, bounds);
}

/**
 * Where f, of opposite signs at the ends, is zero: by false position, halving the value kept at an end that stays (the
 * Illinois method, Dowell and Jarratt 1971), or by bisection while a value is infinite.
 */
function crossing(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [atA, atB] = [f(from), f(to)];
  for (let count = 0; count < MOST_STEPS && Math.abs(b - a) > LAST_STEP; count += 1) {
    const secant = b - (atB * (b - a)) / (atB - atA);
    const next = Number.isFinite(atA) && Number.isFinite(atB) ? secant : (a + b) / 2;
    const value = f(next);
    if (value === 0) return next;
    if (value < 0 === atB < 0) atA /= 2;
    else [a, atA] = [b, atB];
    [b, atB] = [next, value];
  }
  return b;
}
