export interface Eigen {
  readonly values: Float64Array;
  /** n × n, row by row; column k belongs to value k and has length 1. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues, in no order, and eigenvectors of a symmetric n × n `matrix` (row by row), to rounding. Meant for n up to
 * about 100: time grows with n³.
 *
 * Source: Golub and Van Loan, "Matrix computations" (2013), section 8.5, the cyclic Jacobi method.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  const negligible = NEGLIGIBLE * a.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  for (let sweep = 0, turned = true; turned && sweep < MOST_SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p * n + q]!) <= negligible) continue;
        clear(a, vectors, n, p, q);
        turned = true;
      }
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

/** Convergence is quadratic: 6 to 10 sweeps do for any n in use. */
const MOST_SWEEPS = 50;

/** An entry this small beside the largest is less than rounding. */
const NEGLIGIBLE = 1e-17;

/** Makes entry (p, q) zero by turning the plane of the two axes. */
function clear(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const ratio = (a[q * n + q]! - a[p * n + p]!) / (2 * a[p * n + q]!);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, cosine, sine);
  for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, cosine, sine);
}

function turn(entries: Float64Array, at: number, other: number, cosine: number, sine: number): void {
  const [left, right] = [entries[at]!, entries[other]!];
  entries[at] = cosine * left - sine * right;
  entries[other] = sine * left + cosine * right;
}
