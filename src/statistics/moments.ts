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

/** Moments of all values, and of each of several replicates, which take turns. */
export interface MomentsOfReplicates {
  readonly whole: Moments;
  readonly replicates: readonly Moments[];
  /** The sum of the values of each replicate. */
  readonly sums: Float64Array;
}

/** What `momentsOf` gives for all and for each replicate by itself, bit for bit, in two passes for all of them. */
export function momentsOfReplicates(values: ArrayLike<number>, replicates: number): MomentsOfReplicates {
  const n = values.length;
  const sums = new Float64Array(replicates);
  let sum = 0;
  for (let from = 0; from < n; from += replicates) {
    const many = Math.min(replicates, n - from);
    for (let r = 0; r < many; r++) {
      const value = values[from + r]!;
      sum += value;
      sums[r] = sums[r]! + value;
    }
  }
  const counts = sums.map((_, r) => Math.ceil((n - r) / replicates));
  const rough = sums.map((own, r) => own / counts[r]!);
  const [ownRest, ownSquares] = [new Float64Array(replicates), new Float64Array(replicates)];
  const roughOfAll = sum / n;
  let rest = 0;
  let squares = 0;
  for (let from = 0; from < n; from += replicates) {
    const many = Math.min(replicates, n - from);
    for (let r = 0; r < many; r++) {
      const value = values[from + r]!;
      const difference = value - roughOfAll;
      rest += difference;
      squares += difference * difference;
      const own = value - rough[r]!;
      ownRest[r] = ownRest[r]! + own;
      ownSquares[r] = ownSquares[r]! + own * own;
    }
  }
  return {
    whole: { mean: roughOfAll + rest / n, sd: spreadOf(n, rest, squares) },
    replicates: Array.from(rough, (about, r) => ({
      mean: about + ownRest[r]! / counts[r]!,
      sd: spreadOf(counts[r]!, ownRest[r]!, ownSquares[r]!),
    })),
    sums,
  };
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
