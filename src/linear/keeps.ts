import type { LinearProgram } from './program.ts';

/** Rounding of a sum, as a share of its terms. */
const ROUNDING = 1e-12;

/** Whether a point is within all bounds and, but for rounding, all rows of a program: then no solver has to find one. */
export function keepsLimits({ columns, rows }: LinearProgram, point: Float64Array): boolean {
  const within = point.every((value, j) => value >= columns.lower[j]! && value <= columns.upper[j]!);
  return within && rows.lower.every((_, i) => keepsRow(rows, i, point));
}

/** The most by which a point passes any row of a program, in the row's own unit; 0 where it keeps all. */
export function passedBy({ rows }: LinearProgram, point: Float64Array): number {
  return rows.lower.reduce((most, lower, i) => {
    const { sum } = sumOf(rows, i, point);
    return Math.max(most, lower - sum, sum - rows.upper[i]!);
  }, 0);
}

function keepsRow(rows: LinearProgram['rows'], i: number, point: Float64Array): boolean {
  const { sum, size } = sumOf(rows, i, point);
  return sum >= rows.lower[i]! - ROUNDING * size && sum <= rows.upper[i]! + ROUNDING * size;
}

/** A row at a point, and the size of its terms. */
function sumOf({ starts, indices, values }: LinearProgram['rows'], i: number, point: Float64Array) {
  let [sum, size] = [0, 0];
  for (let k = starts[i]!; k < starts[i + 1]!; k++) {
    const term = values[k]! * point[indices[k]!]!;
    sum += term;
    size += Math.abs(term);
  }
  return { sum, size };
}
