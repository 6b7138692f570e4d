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

/** A number for all values, and one for those of each replicate. */
export interface OfReplicates {
  readonly all: number;
  readonly own: Float64Array;
}

/** Sums of differences from a number, and of their squares. */
export interface Differences {
  readonly rest: OfReplicates;
  readonly squares: OfReplicates;
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
  return momentsOfSums(n, { all: sum, own: sums }, (about) => differencesFrom(about, values));
}

/**
 * The moments of n values, whose replicates take turns, from their sums.
 *
 * @param differences  gives the sums of their differences from such numbers
 */
export function momentsOfSums(
  n: number,
  sums: OfReplicates,
  differences: (about: OfReplicates) => Differences,
): MomentsOfReplicates {
  const replicates = sums.own.length;
  const counts = sums.own.map((_, r) => Math.ceil((n - r) / replicates));
  const about = { all: sums.all / n, own: sums.own.map((own, r) => own / counts[r]!) };
  const { rest, squares } = differences(about);
  return {
    whole: { mean: about.all + rest.all / n, sd: spreadOf(n, rest.all, squares.all) },
    replicates: Array.from(about.own, (own, r) => ({
      mean: own + rest.own[r]! / counts[r]!,
      sd: spreadOf(counts[r]!, rest.own[r]!, squares.own[r]!),
    })),
    sums: sums.own,
  };
}

function differencesFrom(about: OfReplicates, values: ArrayLike<number>): Differences {
  const n = values.length;
  const replicates = about.own.length;
  const [ownRest, ownSquares] = [new Float64Array(replicates), new Float64Array(replicates)];
  let rest = 0;
  let squares = 0;
  for (let from = 0; from < n; from += replicates) {
    const many = Math.min(replicates, n - from);
    for (let r = 0; r < many; r++) {
      const value = values[from + r]!;
      const difference = value - about.all;
      rest += difference;
      squares += difference * difference;
      const own = value - about.own[r]!;
      ownRest[r] = ownRest[r]! + own;
      ownSquares[r] = ownSquares[r]! + own * own;
    }
  }
  return { rest: { all: rest, own: ownRest }, squares: { all: squares, own: ownSquares } };
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
