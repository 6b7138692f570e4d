/** Programs in the one form that the plain simplex solver takes: maximize cost · x, rows · x ≤ limits, x ≥ 0. */
import type { LinearProgram } from './program.ts';

export interface StandardProgram {
  readonly cost: readonly number[];
  /** Per row, the columns with a coefficient. */
  readonly rows: readonly ReadonlyMap<number, number>[];
  readonly limits: readonly number[];
}

/** A linear program in that form, with the way back. */
export interface Standardized {
  readonly standard: StandardProgram;
  values(x: readonly number[]): Float64Array;
  /** From the duals of the standard rows to those of the program's. */
  rowDuals(y: readonly number[]): Float64Array;
}

/**
 * Each column becomes its distance from the bound nearer to zero, where rounding takes least; one without bounds
 * becomes the difference of two. Each finite side of a row, and the other bound of a column, becomes a row.
 */
export function standardize({ sense, columns, rows }: LinearProgram): Standardized {
  const direction = sense === 'maximize' ? 1 : -1;
  const cost: number[] = [];
  const standardRows: Map<number, number>[] = [];
  const limits: number[] = [];
  const origin = new Float64Array(columns.cost.length);
  const parts: { readonly index: number; readonly sign: number }[][] = [];
  for (const [j, lower] of columns.lower.entries()) {
    const upper = columns.upper[j]!;
    const away = Math.abs(lower) <= Math.abs(upper) ? 1 : -1;
    const nearer = away === 1 ? lower : upper;
    const signs = Number.isFinite(nearer) ? [away] : [1, -1];
    if (Number.isFinite(nearer)) origin[j] = nearer;
    parts.push(signs.map((sign) => ({ index: cost.push(direction * sign * columns.cost[j]!) - 1, sign })));
    if (!Number.isFinite(upper - lower)) continue;
    standardRows.push(new Map([[parts[j]![0]!.index, 1]]));
    limits.push(upper - lower);
  }
  const sides: { readonly row: number; readonly sign: number }[] = [];
  const firstSide = standardRows.length;
  for (let i = 0; i < rows.lower.length; i++) {
    const terms: [number, number][] = [];
    let atOrigin = 0;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const j = rows.indices[k]!;
      atOrigin += rows.values[k]! * origin[j]!;
      for (const { index, sign } of parts[j]!) terms.push([index, sign * rows.values[k]!]);
    }
    for (const [sign, bound] of [
      [-1, rows.lower[i]!],
      [1, rows.upper[i]!],
    ] as const) {
      if (!Number.isFinite(bound)) continue;
      sides.push({ row: i, sign });
      standardRows.push(new Map(terms.map(([index, value]) => [index, sign * value])));
      limits.push(sign * (bound - atOrigin));
    }
  }
  return {
    standard: { cost, rows: standardRows, limits },
    values: (x) => origin.map((start, j) => parts[j]!.reduce((sum, { index, sign }) => sum + sign * x[index]!, start)),
    rowDuals(y) {
      const duals = new Float64Array(rows.lower.length);
      for (const [k, { row, sign }] of sides.entries()) duals[row]! += direction * sign * y[firstSide + k]!;
      return duals;
    },
  };
}
