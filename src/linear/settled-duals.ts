import type { LinearProgram } from './program.ts';

/**
 * Duals that count: those against a side without a limit, which solvers leave within their tolerance, are 0. What such a
 * dual held of the cost of the column that it would leave furthest from balance goes to the largest dual on that column: a
 * hair in the units of a row can be much in those of a column, and no price of a point far inside its bounds may be left over.
 */
export function settledDuals({ sense, columns, rows }: LinearProgram, duals: Float64Array): Float64Array {
  const direction = sense === 'maximize' ? 1 : -1;
  const counts = (y: number, i: number) => Number.isFinite(direction * y > 0 ? rows.upper[i]! : rows.lower[i]!);
  const settled = duals.map((y, i) => (counts(y, i) ? y : 0));
  for (const [i, y] of duals.entries()) {
    if (y === 0 || counts(y, i)) continue;
    const entry = largestEntry(rows, i, (k) => reach(columns, rows.indices[k]!) * rows.values[k]!);
    const heir = entry === undefined ? undefined : heirOf(rows, settled, rows.indices[entry]!);
    if (heir === undefined) continue;
    const before = settled[heir.row]!;
    const after = before + (y * rows.values[entry!]!) / rows.values[heir.entry]!;
    if (after * before > 0) settled[heir.row] = after;
  }
  return settled;
}

/** How far a column can go; none for one without an end, of which no bound could be made. */
function reach({ lower, upper }: LinearProgram['columns'], column: number): number {
  const most = Math.max(Math.abs(lower[column]!), Math.abs(upper[column]!));
  return Number.isFinite(most) ? most : 0;
}

/** Of the entries of a row, the one that weighs most; undefined where none does. */
function largestEntry({ starts }: LinearProgram['rows'], row: number, weight: (entry: number) => number) {
  let [largest, at]: [number, number | undefined] = [0, undefined];
  for (let k = starts[row]!; k < starts[row + 1]!; k++) {
    const size = Math.abs(weight(k));
    if (size > largest) [largest, at] = [size, k];
  }
  return at;
}

/** The row that has the largest part in the cost of a column, and its entry there. */
function heirOf(rows: LinearProgram['rows'], duals: Float64Array, column: number) {
  let largest = 0;
  let heir: { readonly row: number; readonly entry: number } | undefined;
  for (const [row, y] of duals.entries()) {
    if (y === 0) continue;
    for (let k = rows.starts[row]!; k < rows.starts[row + 1]!; k++) {
      if (rows.indices[k] !== column || Math.abs(y * rows.values[k]!) <= largest) continue;
      largest = Math.abs(y * rows.values[k]!);
      heir = { row, entry: k };
    }
  }
  return heir;
}
