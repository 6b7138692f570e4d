/**
 * Weights that sum to 1 over the worst (lowest) share of draws, so that the weighted mean of `values` is the mean over
 * that share; the draw on its edge counts in part. As the worst mean is the least of all weighted means with such
 * weights, the weighted gradient is a supergradient of it.
 *
 * Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk" (2000).
 */
export function tailWeights(values: Float64Array, share: number): Float64Array {
  const mass = share * values.length;
  const order = Int32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const weights = new Float64Array(values.length);
  let left = mass;
  for (const i of order) {
    if (left <= 0) break;
    weights[i] = Math.min(1, left) / mass;
    left -= 1;
  }
  return weights;
}
