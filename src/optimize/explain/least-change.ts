/** A pivot below this share of the largest means that a row says nothing new. */
const SMALLEST_PIVOT = 1e-9;
/** A row that says nothing new contradicts the others if it is off by this share of what is asked. */
const CONTRADICTS = 1e-6;

/**
 * The d with A d = b and the least sum of d² / weight: d = W Aᵀ y with A W Aᵀ y = b. Undefined when there is none.
 */
export function weightedLeastChange(
  rows: readonly Float64Array[],
  rises: readonly number[],
  weight: Float64Array,
): Float64Array | undefined {
  const weighted = rows.map((row) => row.map((value, k) => value * weight[k]!));
  const y = solved(
    rows.map((row) => weighted.map((other) => dot(row, other))),
    rises,
  );
  if (y === undefined) return undefined;
  const change = new Float64Array(weight.length);
  weighted.forEach((row, i) => row.forEach((value, k) => (change[k] = change[k]! + y[i]! * value)));
  return change;
}

/** Solves a symmetric system by elimination; rows that say nothing new are left out. Undefined where it contradicts itself. */
export function solved(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  const largest = Math.max(0, ...matrix.map((row, i) => Math.abs(row[i]!)));
  const y = Array.from({ length: n }, () => 0);
  const pivots: (number | undefined)[] = [];
  for (let column = 0; column < n; column++) {
    let at: number | undefined;
    for (let i = 0; i < n; i++) {
      if (pivots.includes(i)) continue;
      if (at === undefined || Math.abs(rows[i]![column]!) > Math.abs(rows[at]![column]!)) at = i;
    }
    if (at === undefined || Math.abs(rows[at]![column]!) <= SMALLEST_PIVOT * largest) {
      pivots.push(undefined);
      continue;
    }
    pivots.push(at);
    const pivot = rows[at]!;
    rows.forEach((row, i) => {
      if (i === at) return;
      const factor = row[column]! / pivot[column]!;
      for (let k = column; k <= n; k++) row[k] = row[k]! - factor * pivot[k]!;
    });
  }
  const size = Math.max(...right.map(Math.abs));
  if (rows.some((row, i) => !pivots.includes(i) && Math.abs(row[n]!) > CONTRADICTS * size)) return undefined;
  pivots.forEach((at, column) => {
    if (at !== undefined) y[column] = rows[at]![n]! / rows[at]![column]!;
  });
  return y;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
