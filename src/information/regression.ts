import type { Row } from '../domain/row.ts';
import { symmetricSolver } from '../numeric/symmetric.ts';

/**
 * The linear functions of `columns` that are nearest to each of `targets` (least squares), at the columns of other draws. Columns that
 * follow from those before them are left out.
 *
 * @param columns  one number per draw each; one of them should be constant
 * @param elsewhere  the same columns in the draws that are told
 */
export function fitted(columns: readonly Row[], targets: readonly Row[], elsewhere: readonly Row[]): readonly Row[] {
  const { length: n } = columns;
  const products = new Float64Array(n * n);
  columns.forEach((column, k) => {
    for (let other = 0; other <= k; other++) products[k * n + other] = product(column, columns[other]!);
  });
  const solve = symmetricSolver(products, n);
  return targets.map((target) => {
    const right = columns.map((column) => product(column, target));
    const values = new Float64Array(elsewhere[0]!.length);
    solve(right).forEach((coefficient, k) => {
      if (coefficient === 0) return;
      const column = elsewhere[k]!;
      for (let i = 0; i < values.length; i++) values[i] = values[i]! + coefficient * column[i]!;
    });
    return values;
  });
}

function product(a: Row, b: Row): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
