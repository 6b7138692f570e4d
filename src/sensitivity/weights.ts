import type { Row } from '../domain/row.ts';
import { exp } from '../numeric/exp.ts';

/** Weights of draws that add up to 1. */
export type Weights = Row;

/** Every draw counts alike where a value lies from `low` to `high`, and not at all elsewhere; undefined where none does. */
export function bandWeights(row: Row, low: number, high: number): Weights | undefined {
  const inside = row.reduce((count, value) => (value >= low && value <= high ? count + 1 : count), 0);
  return inside === 0 ? undefined : row.map((value) => (value >= low && value <= high ? 1 / inside : 0));
}

const MOST_STEPS = 100;
/** Distance from the wished mean, in standard deviations. */
const CLOSE = 1e-9;

/**
 * The weights nearest to equal ones (least relative entropy) under which the mean of a row is `mean`: each draw counts in proportion
 * to exp(tilt × value). Undefined where the mean lies outside what the draws hold.
 *
 * @param prior  weights to start from; equal ones when left out
 * Source: Meucci, "Fully flexible views: theory and practice" (2008).
 */
export function meanWeights(row: Row, mean: number, prior?: Weights): Weights | undefined {
  const start = prior ?? new Float64Array(row.length).fill(1 / row.length);
  const there = row.filter((_, i) => start[i]! > 0);
  const [least, most] = [
    there.reduce((a, b) => Math.min(a, b), Infinity),
    there.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  if (!(mean > least && mean < most)) return undefined;
  const scale = most - least;
  const tilted = (tilt: number): Weights => {
    // The largest exponent is 0, so that nothing overflows.
    const top = tilt > 0 ? most : least;
    const weights = row.map((value, i) => (start[i]! > 0 ? start[i]! * exp((tilt * (value - top)) / scale) : 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
  // The mean rises with the tilt: bracket it, then halve.
  let [low, high] = [-1, 1];
  while (weightedMean(row, tilted(low)) > mean && low > -FARTHEST) low *= 2;
  while (weightedMean(row, tilted(high)) < mean && high < FARTHEST) high *= 2;
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (low + high) / 2;
    const at = weightedMean(row, tilted(middle));
    if (Math.abs(at - mean) < CLOSE * scale) return tilted(middle);
    if (at < mean) low = middle;
    else high = middle;
  }
  return tilted((low + high) / 2);
}

/** Beyond it all weight lies on one draw. */
const FARTHEST = 1e6;

export function weightedMean(row: Row, weights: Weights): number {
  return row.reduce((sum, value, i) => sum + value * weights[i]!, 0);
}

/**
 * How many equally weighted draws say as much: one over the sum of squared weights.
 *
 * Source: Kish, "Survey sampling" (1965).
 */
export function effectiveDraws(weights: Weights): number {
  return 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
}

/** Mean of the worst share of weighted draws; the draw at the edge counts in part. */
export function weightedTailMean(row: Row, weights: Weights, order: Uint32Array, share: number): number {
  let [left, sum] = [share, 0];
  for (const i of order) {
    const part = Math.min(left, weights[i]!);
    sum += part * row[i]!;
    left -= part;
    if (!(left > 0)) break;
  }
  return sum / (share - Math.max(0, left));
}
