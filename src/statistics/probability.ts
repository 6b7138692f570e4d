import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { exp } from '../numeric/exp.ts';
import { normalQuantile } from '../numeric/normal.ts';
import type { Interval } from './interval.ts';

/** Share of draws that reach at least `threshold`. */
export function shareAtLeast(values: ArrayLike<number>, threshold: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! >= threshold) count++;
  return count / values.length;
}

/**
 * Interval for a probability that held in `count` of `n` independent draws. It contains the truth with probability
 * `level` or more whatever the truth is, and is never ±0, not even at 0 of n.
 *
 * Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial" (1934).
 */
export function clopperPearson(count: number, n: number, level: number): Interval {
  const outside = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(count, n - count + 1, outside, 1 - outside),
    high: count === n ? 1 : betaQuantile(count + 1, n - count, 1 - outside, outside),
  };
}

/**
 * As `clopperPearson`, but shorter: it contains the truth with probability `level` on average, sometimes a little less.
 *
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
 */
export function wilson(count: number, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2);
  const middle = (count + (z * z) / 2) / (n + z * z);
  const reach = (z / (n + z * z)) * Math.sqrt((count * (n - count)) / n + (z * z) / 4);
  return {
    low: count === 0 ? 0 : middle - reach,
    high: count === n ? 1 : middle + reach,
  };
}

function betaQuantile(a: number, b: number, below: number, above: number): number {
  return 1 / (1 + exp(-betaLogOdds(a, b, below, above)));
}
