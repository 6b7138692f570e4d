import type { Row } from '../families.ts';

/** A pivot that is this share of its column or less is rounding: the column says nothing that those before it do not. */
const ALMOST_ZERO = 1e-10;

/**
 * The linear functions of `columns` that are nearest to each of `targets` on some draws (least squares), evaluated on all draws.
 * Columns that follow from those before them are left out.
 *
 * @param columns  one number per draw each; one of them should be constant
 * @param learned  whether a draw is learned from
 */
export function fitted(
  columns: readonly Row[],
  targets: readonly Row[],
  learned: (draw: number) => boolean,
): readonly Row[] {
  const draws = columns[0]!.length;
  const picks = Uint32Array.from({ length: draws }, (_, i) => i).filter(learned);
  // Side by side, what is learned from is read much faster.
  const picked = (row: Row) => {
    const own = new Float64Array(picks.length);
    for (let k = 0; k < own.length; k++) own[k] = row[picks[k]!]!;
    return own;
  };
  const n = columns.length;
  const learnedFrom = columns.map(picked);
  const factor = learnedFrom.map((column, k) =>
    Float64Array.from({ length: k + 1 }, (_, j) => product(column, learnedFrom[j]!)),
  );
  const kept = factorize(factor);
  return targets.map((target) => {
    const own = picked(target);
    const right = learnedFrom.map((column) => product(column, own));
    const coefficients = solved(factor, kept, right);
    const values = new Float64Array(draws);
    for (let k = 0; k < n; k++) {
      const coefficient = coefficients[k]!;
      if (coefficient === 0) continue;
      const column = columns[k]!;
      for (let i = 0; i < draws; i++) values[i] = values[i]! + coefficient * column[i]!;
    }
    return values;
  });
}

function product(a: Row, b: Row): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Turns a symmetric matrix, given by the rows of its lower half, into its Cholesky factor, and says which columns stay. */
function factorize(rows: readonly Float64Array[]): readonly boolean[] {
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
  factor: readonly Float64Array[],
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
