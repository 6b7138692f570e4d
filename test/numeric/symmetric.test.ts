import { describe, expect, it } from 'vitest';
import { symmetricSolver } from '../../src/numeric/symmetric.ts';

const solve = (rows: readonly (readonly number[])[], right: readonly number[]) => [
  ...symmetricSolver(Float64Array.from(rows.flat()), right.length)(right),
];

describe('equations with a symmetric matrix', () => {
  it('are solved, by the lower half alone', () => {
    // By hand: 4x + 2y = 10 and 2x + 3y = 11 have x = 1, y = 3.
    for (const above of [2, NaN]) {
      const found = solve(
        [
          [4, above],
          [2, 3],
        ],
        [10, 11],
      );
      expect(found).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
    }
  });

  it('leave out what follows from rows before', () => {
    // The second row is twice the first: x + 2y + z = 6 and z = 2 with y = 0 have x = 4; right sides of left out rows are not looked at.
    const matrix = [
      [1, 2, 1],
      [2, 4, 2],
      [1, 2, 2],
    ];
    for (const second of [12, 100]) {
      expect(solve(matrix, [6, second, 8])).toEqual([expect.closeTo(4, 12), 0, expect.closeTo(2, 12)]);
    }
  });

  it('have an answer of nothing where the matrix is nothing', () => {
    expect(solve([[0]], [3])).toEqual([0]);
  });
});
