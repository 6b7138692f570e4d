import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { cholesky } from '../../src/random/correlation/cholesky.ts';
import { symmetricEigen } from '../../src/random/correlation/eigen.ts';
import { nearestCorrelation } from '../../src/random/correlation/nearest.ts';
import { rankCorrelation, scoreCorrelation } from '../../src/random/correlation/rank.ts';
import answers from '../fixtures/known-answers/dependence.json' with { type: 'json' };

interface Nearest {
  readonly inputs: { readonly A: number[][]; readonly min_eigenvalue_of_A: number };
  readonly expected: { readonly X: number[][]; readonly frobenius_distance: number };
}

const caseOf = (id: string): unknown => answers.cases.find((known) => known.id === id)!;
const flat = (rows: readonly number[][]): Float64Array => Float64Array.from(rows.flat());
const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity);

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[Math.floor(at / n) * n + k]! * b[k * n + (at % n)]!;
    return sum;
  });
}

function transpose(a: Float64Array, n: number): Float64Array {
  return Float64Array.from(a, (_, at) => a[(at % n) * n + Math.floor(at / n)]!);
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

/** In steps of 0.01: the doubles that fast-check makes are mostly tiny. */
const hundredths = fc.integer({ min: -100, max: 100 }).map((hundred) => hundred / 100);

/** Symmetric matrices with ones on the diagonal and anything from -1 to 1 beside it: mostly impossible. */
const wishes = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc.array(hundredths, { minLength: n * n, maxLength: n * n }).map((values) => ({
    n,
    matrix: Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return i === j ? 1 : values[Math.max(i, j) * n + Math.min(i, j)]!;
    }),
  })),
);

describe('rank correlation and correlation of scores', () => {
  const known = caseOf('gaussian_copula_rank') as {
    inputs: { rho: number[] };
    expected: { spearman: number[]; rho_needed_for_spearman: number[] };
  };

  it('are those of the Gaussian copula', () => {
    for (const [i, rho] of known.inputs.rho.entries()) {
      expect(Math.abs(rankCorrelation(rho) - known.expected.spearman[i]!)).toBeLessThan(1e-15);
      expect(Math.abs(scoreCorrelation(rho) - known.expected.rho_needed_for_spearman[i]!)).toBeLessThan(1e-15);
    }
  });

  it('agree at the ends and undo each other', () => {
    expect(scoreCorrelation(1)).toBeCloseTo(1, 15);
    expect(scoreCorrelation(-1)).toBeCloseTo(-1, 15);
    fc.assert(
      fc.property(hundredths, (rank) => {
        expect(Math.abs(rankCorrelation(scoreCorrelation(rank)) - rank)).toBeLessThan(1e-15);
      }),
      { seed: 6 },
    );
  });
});

describe('eigenvalues and eigenvectors', () => {
  it('make up the matrix again, with vectors at right angles', () => {
    fc.assert(
      fc.property(wishes, ({ n, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, n);
        const scaled = vectors.map((entry, at) => entry * values[at % n]!);
        expect(largestDifference(product(scaled, transpose(vectors, n), n), matrix)).toBeLessThan(1e-13);
        const identity = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
        expect(largestDifference(product(transpose(vectors, n), vectors, n), identity)).toBeLessThan(1e-13);
      }),
      { seed: 7 },
    );
  });

  it('of a positive definite rank matrix and of its scores are as published', () => {
    const known = caseOf('spearman_pd_but_latent_not') as {
      inputs: { spearman_lower: Record<string, number> };
      expected: { min_eig_spearman: number; min_eig_latent: number };
    };
    const ranks = Float64Array.from({ length: 25 }, (_, at) => {
      const [i, j] = [Math.floor(at / 5), at % 5];
      return i === j ? 1 : known.inputs.spearman_lower[`${Math.max(i, j)},${Math.min(i, j)}`]!;
    });
    const scores = ranks.map(scoreCorrelation);
    expect(least(symmetricEigen(ranks, 5).values)).toBeCloseTo(known.expected.min_eig_spearman, 9);
    expect(least(symmetricEigen(scores, 5).values)).toBeCloseTo(known.expected.min_eig_latent, 9);
    expect(cholesky(ranks, 5)).toBeDefined();
    expect(cholesky(scores, 5)).toBeUndefined();
  });
});

describe('a triangular factor', () => {
  it('exists exactly when no eigenvalue is negative, and makes up the matrix again', () => {
    let possible = 0;
    fc.assert(
      fc.property(wishes, ({ n, matrix }) => {
        const smallest = least(symmetricEigen(matrix, n).values);
        if (Math.abs(smallest) < 1e-9) return;
        const factor = cholesky(matrix, n);
        expect(factor !== undefined).toBe(smallest > 0);
        if (factor === undefined) return;
        possible++;
        expect(largestDifference(product(factor, transpose(factor, n), n), matrix)).toBeLessThan(1e-13);
      }),
      { seed: 8, numRuns: 500 },
    );
    expect(possible).toBeGreaterThan(100);
  });

  it('ties together what is perfectly correlated', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toEqual(Float64Array.of(1, 0, 1, 0));
    expect(cholesky(Float64Array.of(1, 1, 0, 1, 1, 0.5, 0, 0.5, 1), 3)).toBeUndefined();
  });
});

describe('the nearest correlation matrix', () => {
  const known = answers.cases.filter(({ id }) => id.startsWith('nearest_corr_')) as unknown as (Nearest & {
    id: string;
  })[];

  it.each(known)('is that of $id', ({ inputs, expected }) => {
    const n = inputs.A.length;
    const asked = flat(inputs.A);
    const nearest = nearestCorrelation(asked, new Float64Array(n * n).fill(1), n);
    expect(least(symmetricEigen(asked, n).values)).toBeCloseTo(inputs.min_eigenvalue_of_A, 9);
    expect(largestDifference(nearest, flat(expected.X))).toBeLessThan(2e-6); // the tolerance of the case
    const distance = Math.sqrt(nearest.reduce((sum, entry, at) => sum + (entry - asked[at]!) ** 2, 0));
    expect(distance).toBeCloseTo(expected.frobenius_distance, 6);
  });

  it('is possible, and nearer than any mixture of it with another possible one', () => {
    fc.assert(
      fc.property(
        wishes,
        fc.array(
          fc.integer({ min: 1, max: 100 }).map((hundred) => hundred / 100),
          { minLength: 49, maxLength: 49 },
        ),
        ({ n, matrix }, random) => {
          const weights = matrix.map((_, at) => random[Math.floor(at / n)]! * random[at % n]!);
          const nearest = nearestCorrelation(matrix, weights, n);
          expect(cholesky(nearest, n)).toBeDefined();
          const distance = (to: Float64Array) =>
            to.reduce((sum, entry, at) => sum + weights[at]! * (entry - matrix[at]!) ** 2, 0);
          const identity = matrix.map((_, at) => (at % (n + 1) === 0 ? 1 : 0));
          const clipped = nearestCorrelation(matrix, new Float64Array(n * n).fill(1), n);
          for (const other of [identity, clipped]) {
            const mixture = nearest.map((entry, at) => 0.99 * entry + 0.01 * other[at]!);
            expect(distance(nearest)).toBeLessThan(distance(mixture) + 1e-7);
          }
        },
      ),
      { seed: 9, numRuns: 60 },
    );
  });

  it('moves the pairs of little weight first', () => {
    // With 0.9 and 0.8 held, the third lies at least at 0.9 × 0.8 - sqrt((1 - 0.81) (1 - 0.64)) = 0.4585.
    const asked = Float64Array.of(1, 0.9, 0, 0.9, 1, 0.8, 0, 0.8, 1);
    const weights = Float64Array.of(1, 1, 1e-3, 1, 1, 1, 1e-3, 1, 1);
    const nearest = nearestCorrelation(asked, weights, 3);
    expect(nearest[1]).toBeCloseTo(0.9, 2);
    expect(nearest[5]).toBeCloseTo(0.8, 2);
    expect(nearest[2]).toBeCloseTo(0.4585, 2);
  });
});
