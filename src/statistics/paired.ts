import type { Interval } from './interval.ts';
import { momentsOf } from './moments.ts';
import { clopperPearson } from './probability.ts';
import { studentReach } from './student.ts';

/** How much better one plan is than another, told from the same draws of both. */
export interface PairedDifference {
  readonly mean: number;
  readonly standardError: number;
  /** For the mean difference. */
  readonly interval: Interval;
  /** Share of draws in which the first is strictly better. */
  readonly chanceBetter: number;
  readonly chanceInterval: Interval;
}

/**
 * First minus second, draw by draw: what both share cancels, so that small differences show. For independent draws, at
 * least two; with quasi-Monte Carlo draws the errors are too large, and those of replicates are to be used instead.
 *
 * @param level  probability that each interval holds the truth
 * Source: Law, "Simulation modeling and analysis" (2015), section 10.2.1, the paired-t interval.
 */
export function pairedDifference(first: ArrayLike<number>, second: ArrayLike<number>, level: number): PairedDifference {
  const n = first.length;
  const differences = Float64Array.from({ length: n }, (_, i) => first[i]! - second[i]!);
  const { mean, sd } = momentsOf(differences);
  const standardError = sd / Math.sqrt(n);
  const reach = studentReach(level, n - 1) * standardError;
  const better = differences.reduce((count, difference) => (difference > 0 ? count + 1 : count), 0);
  return {
    mean,
    standardError,
    interval: { low: mean - reach, high: mean + reach },
    chanceBetter: better / n,
    chanceInterval: clopperPearson(better, n, level),
  };
}
