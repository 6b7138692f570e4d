export interface Moments {
  readonly mean: number;
  /** Standard deviation with n - 1 below; 0 for a single value. */
  readonly sd: number;
}

/**
 * Mean and standard deviation of at least one value, right to a few roundings even where values are large beside their
 * differences: a second pass works on the differences from the first pass's mean, and corrects it.
 *
 * @param first  place of the first value that counts
 * @param step  every so many values one counts
 *
 * Source: Chan, Golub and LeVeque, "Algorithms for computing the sample variance" (1983), the corrected two-pass one.
 */
export function momentsOf(values: ArrayLike<number>, first = 0, step = 1): Moments {
  const n = Math.ceil((values.length - first) / step);
  let sum = 0;
  for (let i = first; i < values.length; i += step) sum += values[i]!;
  const rough = sum / n;
  let rest = 0;
  let squares = 0;
  for (let i = first; i < values.length; i += step) {
    const difference = values[i]! - rough;
    rest += difference;
    squares += difference * difference;
  }
  return { mean: rough + rest / n, sd: spreadOf(n, rest, squares) };
}

/**
 * Standard deviation of n values.
 *
 * @param rest  sum of their differences from any number near their mean
 * @param squares  sum of the squares of these differences
 */
export function spreadOf(n: number, rest: number, squares: number): number {
  return Math.sqrt(Math.max(0, squares - (rest * rest) / n) / Math.max(1, n - 1));
}
