import type { Estimate } from '../../src/domain.ts';
import { REPLICATES } from '../../src/random/points.ts';
import { replicateInterval } from '../../src/statistics/replicates.ts';

/** What intervals promise. */
export const LEVEL = 0.95;
/** What is left of it where the draw farthest out makes most of a replicate's error: see `docs/coverage.md`. */
export const SKEWED = 0.9;

/** Whether the 95 % interval that goes with a standard error holds the truth. */
export function holds({ value, standardError }: Estimate, truth: number): boolean {
  const { low, high } = replicateInterval(value, standardError, REPLICATES, LEVEL);
  return low <= truth && truth <= high;
}
