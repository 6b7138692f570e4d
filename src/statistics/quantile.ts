/**
 * The value below which a draw falls with this `probability`, in [0, 1], between the two draws nearest to it: type 7 of
 * Hyndman and Fan, "Sample quantiles in statistical packages" (1996), as PERCENTILE.INC of Excel and NumPy's default.
 *
 * @param sorted  ascending, at least one value
 */
export function quantileOfSorted(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}

/**
 * Mean of the lowest `share` of `sorted`: of a profit, its mean in the worst cases (conditional value at risk).
 *
 * @param sorted  ascending, at least one value
 * @param share   in (0, 1]; the draw at the edge counts in part, so that the result is continuous in `share`
 * Source: Rockafellar and Uryasev, "Conditional value-at-risk for general loss distributions" (2002).
 */
export function tailMean(sorted: Float64Array, share: number): number {
  const draws = share * sorted.length;
  const whole = Math.floor(draws);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += sorted[i]!;
  if (draws > whole) sum += (draws - whole) * sorted[whole]!;
  return sum / draws;
}
