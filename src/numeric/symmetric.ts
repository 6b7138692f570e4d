/** A pivot that is this share of its own diagonal entry or less is rounding: the row says nothing that those before it do not. */
const ALMOST_ZERO = 1e-10;

/**
 * What solves equations with a symmetric matrix that is positive semidefinite (n × n, row by row; only its lower half is read): the
 * solution where unknowns of rows that follow from those before them are 0.
 *
 * Source: Cholesky's factorization.
 *
 * @param matrix  is overwritten with its factor
 */
export function symmetricSolver(matrix: Float64Array, n: number): (right: ArrayLike<number>) => Float64Array {
  factorize(matrix, n);
  return (right) => {
    const solution = Float64Array.from(right);
    for (let k = 0; k < n; k++) {
      for (let j = 0; j < k; j++) solution[k]! -= matrix[k * n + j]! * solution[j]!;
      solution[k] = dividedBy(solution[k]!, matrix[k * n + k]!);
    }
    for (let k = n - 1; k >= 0; k--) {
      for (let j = k + 1; j < n; j++) solution[k]! -= matrix[j * n + k]! * solution[j]!;
      solution[k] = dividedBy(solution[k]!, matrix[k * n + k]!);
    }
    return solution;
  };
}

/** Columns of what follows from those before it are 0 from the diagonal on. */
function factorize(matrix: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const own = matrix[i * n + i]!;
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= matrix[i * n + k]! * matrix[j * n + k]!;
      if (j < i) matrix[i * n + j] = dividedBy(rest, matrix[j * n + j]!);
      else matrix[i * n + i] = rest > ALMOST_ZERO * own ? Math.sqrt(rest) : 0;
    }
  }
}

function dividedBy(value: number, pivot: number): number {
  return pivot > 0 ? value / pivot : 0;
}
