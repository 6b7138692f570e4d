import type { Row } from '../families.ts';

/** A pivot that is this share of its column or less is rounding: the column says nothing that those before it do not. */
const ALMOST_ZERO = 1e-10;

/**
 * The linear functions of `columns` that are nearest to each of `targets` (least squares), at the columns of other draws. Columns that
 * follow from those before them are left out.
 *
 * @param columns  one number per draw each; one of them should be constant
 * @param elsewhere  the same columns in the draws that are told
 */
export function fitted(columns: readonly Row[], targets: readonly Row[], elsewhere: readonly Row[]): readonly Row[] {
  const factor = columns.map((column, k) => columns.slice(0, k + 1).map((other) => product(column, other)));
  const kept = factorize(factor);
  return targets.map((target) => {
    const right = columns.map((column) => product(column, target));
    const values = new Float64Array(elsewhere[0]!.length);
    solved(factor, kept, right).forEach((coefficient, k) => {
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

/** Turns a symmetric matrix, given by the rows of its lower half, into its Cholesky factor, and says which columns stay. */
function factorize(rows: readonly number[][]): readonly boolean[] {
  const kept: boolean[] = [];
  for (let column = 0; column < rows.length; column++) {
    const own = rows[column]![column]!;
    for (let row = column; row < rows.length; row++) {
      let rest = rows[row]![column]!;
      for (let k = 0; k < column; k++) if (kept[k]!) rest -= rows[row]![k]! * rows[column]![k]!;
      rows[row]![column] = rest;
    }
    const pivot = rows[column]![column]!;
    kept.push(pivot > ALMOST_ZERO * own);
    const root = kept[column]! ? Math.sqrt(pivot) : 1;
    for (let row = column; row < rows.length; row++) rows[row]![column] = rows[row]![column]! / root;
  }
  return kept;
}

function solved(
  factor: readonly (readonly number[])[],
  kept: readonly boolean[],
  right: readonly number[],
): readonly number[] {
  const n = right.length;
  const forward = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    if (!kept[k]!) continue;
    let rest = right[k]!;
    for (let j = 0; j < k; j++) rest -= factor[k]![j]! * forward[j]!;
    forward[k] = rest / factor[k]![k]!;
  }
  const result = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    if (!kept[k]!) continue;
    let rest = forward[k]!;
    for (let j = k + 1; j < n; j++) rest -= factor[j]![k]! * result[j]!;
    result[k] = rest / factor[k]![k]!;
  }
  return [...result];
}
