/** What rounding may leave of a pivot that is zero, in a matrix with ones on its diagonal. */
const ALMOST_ZERO = 1e-12;
/** In a positive semidefinite matrix no entry exceeds the root of the product of its pivots. */
const ALMOST_ZERO_ENTRY = 1e-6;

/**
 * The lower triangular L with L Lᵀ = `matrix` (n × n, row by row, ones on the diagonal); undefined when there is none,
 * that is, when no random numbers have these correlations. A singular matrix has columns of zeros in L.
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | undefined {
  const factor = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const pivot = remainder(matrix, factor, n, column, column);
    if (pivot < -ALMOST_ZERO) return undefined;
    const root = pivot > ALMOST_ZERO ? Math.sqrt(pivot) : 0;
    factor[column * n + column] = root;
    for (let row = column + 1; row < n; row++) {
      const rest = remainder(matrix, factor, n, row, column);
      if (root > 0) factor[row * n + column] = rest / root;
      else if (Math.abs(rest) > ALMOST_ZERO_ENTRY) return undefined;
    }
  }
  return factor;
}

/** An entry of the matrix less what the finished columns of the factor account for. */
function remainder(matrix: Float64Array, factor: Float64Array, n: number, row: number, column: number): number {
  let rest = matrix[row * n + column]!;
  for (let k = 0; k < column; k++) rest -= factor[row * n + k]! * factor[column * n + k]!;
  return rest;
}
