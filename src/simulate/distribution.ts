import type { Tally } from './tally.ts';

/** Classes of the distribution of profit. */
const CLASSES = 40;
/** The outer classes take in the draws beyond these shares. */
const TAIL = 0.005;
/** Profits that differ by less than this share of them are the same but for rounding. */
const ROUNDING = 1e-9;

/** Edges of classes of profit that all plans share, so that their pictures can be laid over each other. */
export function profitEdges(tallies: readonly Tally[]): readonly number[] {
  let low = Infinity;
  let high = -Infinity;
  for (const { totals } of tallies) {
    const sorted = totals.profit.toSorted();
    low = Math.min(low, sorted[Math.floor(TAIL * sorted.length)]!);
    high = Math.max(high, sorted[Math.ceil((1 - TAIL) * sorted.length) - 1]!);
  }
  const step = roundStep(
    high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)) ? (high - low) / (CLASSES - 2) : 0,
  );
  const first = Math.floor(low / step) * step;
  const edges: number[] = [];
  for (let k = 0; k <= CLASSES && (edges.at(-1) ?? -Infinity) <= high; k++) edges.push(first + k * step);
  if (edges.length < 2) edges.push(first + step);
  return edges;
}

/** Share of values in each class; values outside belong to the outer classes. */
export function sharesOf(values: Float64Array, edges: readonly number[]): readonly number[] {
  const counts = Array.from({ length: edges.length - 1 }, () => 0);
  const first = edges[0]!;
  const step = edges[1]! - first;
  for (const value of values) {
    const at = Math.min(counts.length - 1, Math.max(0, Math.floor((value - first) / step)));
    counts[at] = counts[at]! + 1;
  }
  return counts.map((count) => count / values.length);
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
