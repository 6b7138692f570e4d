import { REPLICATES } from '../../random/points.ts';
import { ranked } from '../../statistics/selection.ts';
import { endsOf } from './series-figures.ts';
import type { Tally } from '../tally/tally.ts';

/** Classes of the distribution of profit. */
const CLASSES = 40;
/** Profits that differ by less than this share of them are the same but for rounding. */
const ROUNDING = 1e-9;

/**
 * Edges of classes of profit that all plans share, so that their pictures can be laid over each other.
 *
 * @param ends  of each plan: the outer classes take in the few draws beyond them
 */
export function edgesBetween(ends: readonly (readonly [number, number])[]): readonly number[] {
  const low = Math.min(...ends.map(([least]) => least));
  const high = Math.max(...ends.map(([, most]) => most));
  const step = roundStep(
    high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)) ? (high - low) / (CLASSES - 2) : 0,
  );
  const first = Math.floor(low / step) * step;
  const edges: number[] = [];
  for (let k = 0; k <= CLASSES && (edges.at(-1) ?? -Infinity) <= high; k++) edges.push(first + k * step);
  if (edges.length < 2) edges.push(first + step);
  return edges;
}

/** The same from all draws of the plans. */
export function profitEdges(tallies: readonly Tally[]): readonly number[] {
  return edgesBetween(tallies.map(({ totals }) => endsOf(ranked(totals.profit, REPLICATES).whole)));
}

/** Share of values in each class; values outside belong to the outer classes. */
export function sharesOf(values: Float64Array, edges: readonly number[]): readonly number[] {
  const counts = new Float64Array(edges.length - 1);
  countIn(counts, values, edges);
  return Array.from(counts, (count) => count / values.length);
}

/**
 * Adds values to the counts of their classes; values outside belong to the outer classes.
 *
 * @param times  how often each value counts; once when left out
 */
export function countIn(
  counts: Float64Array,
  values: Float64Array,
  edges: readonly number[],
  times?: Uint32Array,
): void {
  const first = edges[0]!;
  const step = edges[1]! - first;
  for (let i = 0; i < values.length; i++) {
    const at = Math.min(counts.length - 1, Math.max(0, Math.floor((values[i]! - first) / step)));
    counts[at] = counts[at]! + (times === undefined ? 1 : times[i]!);
  }
}

/** The next of 1, 2, 2.5, 5 times a power of ten that is not below `least`; 1 when all values are the same. */
function roundStep(least: number): number {
  if (!(least > 0)) return 1;
  let power = 1;
  while (power > least) power /= 10;
  while (power * 10 <= least) power *= 10;
  for (const factor of [1, 2, 2.5, 5, 10]) if (factor * power >= least) return factor * power;
  return 10 * power;
}
