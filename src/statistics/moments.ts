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
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const rough = sum / n;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = values[i]! - rough;
    rest += difference;
    squares += difference * difference;
  }
  return { mean: rough + rest / n, sd: spreadOf(n, rest, squares) };
}

/** The same of each of several replicates, which take turns: in two passes for all of them. */
export function momentsOfReplicates(values: ArrayLike<number>, replicates: number): readonly Moments[] {
  const [sums, rest, squares] = [0, 0, 0].map(() => new Float64Array(replicates)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0, r = 0; i < values.length; i++, r = r + 1 === replicates ? 0 : r + 1) sums[r] = sums[r]! + values[i]!;
  const counts = sums.map((_, r) => Math.ceil((values.length - r) / replicates));
  const rough = sums.map((sum, r) => sum / counts[r]!);
  for (let i = 0, r = 0; i < values.length; i++, r = r + 1 === replicates ? 0 : r + 1) {
    const difference = values[i]! - rough[r]!;
    rest[r] = rest[r]! + difference;
    squares[r] = squares[r]! + difference * difference;
  }
  return Array.from(rough, (about, r) => ({
    mean: about + rest[r]! / counts[r]!,
    sd: spreadOf(counts[r]!, rest[r]!, squares[r]!),
  }));
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
