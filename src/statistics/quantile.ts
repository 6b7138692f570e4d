import { quantileOf, rankedOf, worstMeanOf } from './ranked.ts';

/** See {@link quantileOf}. `sorted` is ascending and has at least one value. */
export function quantileOfSorted(sorted: Float64Array, probability: number): number {
  return quantileOf(rankedOf(sorted), probability);
}

/** See {@link worstMeanOf}. `sorted` is ascending and has at least one value. */
export function tailMean(sorted: Float64Array, share: number): number {
  return worstMeanOf(rankedOf(sorted), share);
}
