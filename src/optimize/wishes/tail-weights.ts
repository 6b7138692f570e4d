import { putInPlace } from '../../statistics/place.ts';

/**
 * Weights that sum to 1 over the worst (lowest) share of draws, so that the weighted mean of `values` is the mean over
 * that share; the draw on its edge counts in part. As the worst mean is the least of all weighted means with such
 * weights, the weighted gradient is a supergradient of it.
 *
 * Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk" (2000).
 */
export function tailWeights(values: Float64Array, share: number): Float64Array {
  const mass = share * values.length;
  const last = Math.min(values.length, Math.max(1, Math.ceil(mass))) - 1;
  const placed = values.slice();
  putInPlace(placed, last);
  const edge = placed[last]!;
  const weights = new Float64Array(values.length);
  let left = mass;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! >= edge) continue;
    weights[i] = 1 / mass;
    left -= 1;
  }
  // Draws that lie on the edge share what is left of the mass, the first ones first.
  for (let i = 0; i < values.length && left > 0; i++) {
    if (values[i] !== edge) continue;
    weights[i] = Math.min(1, left) / mass;
    left -= 1;
  }
  return weights;
}
