export interface Moments {
  readonly mean: number;
  /** Standard deviation with n - 1 below; 0 for a single value. */
  readonly sd: number;
}

/**
 * Mean and standard deviation of at least one value, right to a few roundings even where values are large beside their
 * differences: a second pass works on the differences from the first pass's mean, and corrects it.
 *
 * Source: Chan, Golub and LeVeque, "Algorithms for computing the sample variance" (1983), the corrected two-pass one.
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const rough = sum / n;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const difference = values[i]! - rough;
    rest += difference;
    squares += difference * difference;
  }
  return { mean: rough + rest / n, sd: Math.sqrt(Math.max(0, squares - (rest * rest) / n) / Math.max(1, n - 1)) };
}
