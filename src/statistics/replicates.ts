import type { Interval } from './interval.ts';
import { momentsOf } from './moments.ts';
import { studentReach } from './student.ts';

/**
 * Standard error of a figure from independent replicates of it, at least two, each on an equal part of the draws. It
 * holds for any figure, and for quasi-Monte Carlo draws, where the draws of one replicate are not independent. For
 * figures that are not means it is that of the replicates' mean, a little more than that of the pooled figure.
 *
 * Source: Owen, "Monte Carlo theory, methods and examples" (2013), section 17.2.
 */
export function replicateError(replicates: ArrayLike<number>): number {
  return momentsOf(replicates).sd / Math.sqrt(replicates.length);
}

/** Interval of probability `level` around `value` from its standard error over `replicates` independent replicates. */
export function replicateInterval(value: number, standardError: number, replicates: number, level: number): Interval {
  const reach = studentReach(level, replicates - 1) * standardError;
  return { low: value - reach, high: value + reach };
}
