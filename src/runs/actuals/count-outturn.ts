/** Counts beside what was to be expected of them. */
import type { Row } from '../../domain/row.ts';
import type { CountOutturn } from '../../finance/plan-against-actuals.ts';
import { counted } from '../../information/pilot.ts';
import { quantileOfSorted } from '../../statistics/quantile.ts';

/** Share of draws that a range holds. */
export const LEVEL = 0.9;

/**
 * What was counted beside what was to be expected.
 *
 * @param expected  mean of the count in each draw
 * @param name      the same count has the same luck
 */
export function countOutturn(expected: Row, actual: number, name: string, seed: string): CountOutturn {
  const band = bandOf(counted(expected, name, seed).sort());
  return { expected: sum(expected) / expected.length, band, actual, standing: standingIn(band, actual) };
}

/** Where 90 % of ascending values lie. */
export function bandOf(sorted: Row): readonly [number, number] {
  return [quantileOfSorted(sorted, (1 - LEVEL) / 2), quantileOfSorted(sorted, (1 + LEVEL) / 2)];
}

export function standingIn([low, high]: readonly [number, number], actual: number): CountOutturn['standing'] {
  if (actual < low) return 'below';
  return actual > high ? 'above' : 'within';
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
