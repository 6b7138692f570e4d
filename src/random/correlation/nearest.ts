import { symmetricEigen } from './eigen.ts';

/**
 * The correlation matrix nearest to `asked`: symmetric, ones on the diagonal, no negative eigenvalue, with the least sum
 * over pairs of weight × (change)². Only the pairs' entries of `asked` and `weights` (n × n, row by row, symmetric,
 * weights above 0) are used. Entries are right to 1e-7 or better where weights are within a factor of 1,000.
 *
 * With equal weights this is the matrix of Higham, "Computing the nearest correlation matrix" (2002). His alternating
 * projections need a projection onto the positive semidefinite matrices in the weighted norm, which has no formula for
 * weights by pair; splitting keeps the weights and that projection in separate steps.
 * Source: Boyd, Parikh, Chu, Peleato and Eckstein, "Distributed optimization and statistical learning via the
 * alternating direction method of multipliers" (2011), section 5.
 */
export function nearestCorrelation(asked: Float64Array, weights: Float64Array, n: number): Float64Array {
  const pairWeights = weights.filter((_, at) => !onDiagonal(at, n));
  const pull = Math.sqrt(pairWeights.reduce(smaller) * pairWeights.reduce(larger));
  const near = new Float64Array(n * n).fill(1); // the best entries for the weights, diagonal of ones
  const drift = new Float64Array(n * n); // the price of `near` and `possible` being apart
  let possible: Float64Array = Float64Array.from(asked);
  for (let step = 0, moved = Infinity; moved > CONVERGED && step < MOST_STEPS; step++) {
    for (let at = 0; at < n * n; at++) {
      if (onDiagonal(at, n)) continue;
      near[at] = (weights[at]! * asked[at]! + pull * (possible[at]! - drift[at]!)) / (weights[at]! + pull);
    }
    const next = positivePart(
      near.map((entry, at) => entry + drift[at]!),
      n,
    );
    moved = 0;
    for (let at = 0; at < n * n; at++) {
      const gap = near[at]! - next[at]!;
      moved = Math.max(moved, Math.abs(gap), Math.abs(next[at]! - possible[at]!));
      drift[at]! += gap;
    }
    possible = next;
  }
  return withUnitDiagonal(possible, n);
}

/** Far below what a planner can state, or a simulation can show. */
const CONVERGED = 1e-9;
/** Enough for weights a thousandfold apart; if it should not be, the result is possible all the same, but not nearest. */
const MOST_STEPS = 5000;

/** The nearest matrix without negative eigenvalues: those that are negative are left out. */
function positivePart(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const part = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    if (values[k]! <= 0) continue;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) part[i * n + j]! += values[k]! * vectors[i * n + k]! * vectors[j * n + k]!;
    }
  }
  return part;
}

/**
 * A repaired matrix has eigenvalues of zero, which rounding can turn negative: all are raised by this much, and nobody
 * can tell.
 */
const LEAST_EIGENVALUE = 1e-8;

function withUnitDiagonal(matrix: Float64Array, n: number): Float64Array {
  const size = (i: number) => Math.sqrt(matrix[i * n + i]!);
  return matrix.map((entry, at) => {
    if (onDiagonal(at, n)) return 1;
    return ((1 - LEAST_EIGENVALUE) * entry) / (size(Math.floor(at / n)) * size(at % n));
  });
}

function onDiagonal(at: number, n: number): boolean {
  return at % (n + 1) === 0;
}

function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

function larger(a: number, b: number): number {
  return Math.max(a, b);
}
