/** Values in ascending order, as far as anyone asks. */
export interface Ranked {
  readonly count: number;
  /** The value at a place, from 0. */
  at(place: number): number;
  /** Sum of so many of the lowest values, at least one; of the last one a part when the number is not whole. */
  sumOfLowest(count: number): number;
}

/**
 * The value below which a draw falls with this `probability`, in [0, 1], between the two draws nearest to it: type 7 of
 * Hyndman and Fan, "Sample quantiles in statistical packages" (1996), as PERCENTILE.INC of Excel and NumPy's default.
 */
export function quantileOf(ranked: Ranked, probability: number): number {
  const position = (ranked.count - 1) * probability;
  const below = Math.floor(position);
  const low = ranked.at(below);
  const high = ranked.at(Math.min(below + 1, ranked.count - 1));
  return low + (position - below) * (high - low);
}

/**
 * Mean of the lowest `share` of values: of a profit, its mean in the worst cases (conditional value at risk).
 *
 * @param share  in (0, 1]; the draw at the edge counts in part, so that the result is continuous in `share`
 * Source: Rockafellar and Uryasev, "Conditional value-at-risk for general loss distributions" (2002).
 */
export function worstMeanOf(ranked: Ranked, share: number): number {
  const draws = share * ranked.count;
  return ranked.sumOfLowest(draws) / draws;
}

/** Values that are in order already, at least one. */
export function rankedOf(sorted: Float64Array): Ranked {
  return {
    count: sorted.length,
    at: (place) => sorted[place]!,
    sumOfLowest(count) {
      const whole = Math.floor(count);
      let sum = 0;
      for (let i = 0; i < whole; i++) sum += sorted[i]!;
      return count > whole ? sum + (count - whole) * sorted[whole]! : sum;
    },
  };
}
