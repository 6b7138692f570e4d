import type { LinearProgram } from './program.ts';

/** Rounding of a sum, as a share of its terms. */
const ROUNDING = 1e-12;

/** Whether a point is within all bounds and, but for rounding, all rows of a program: then no solver has to find one. */
export function keepsLimits({ columns, rows }: LinearProgram, point: Float64Array): boolean {
  const within = point.every((value, j) => value >= columns.lower[j]! && value <= columns.upper[j]!);
  return within && rows.lower.every((_, i) => keepsRow(rows, i, point));
}

function keepsRow({ starts, indices, values, lower, upper }: LinearProgram['rows'], i: number, point: Float64Array) {
  let [sum, size] = [0, 0];
  for (let k = starts[i]!; k < starts[i + 1]!; k++) {
    const term = values[k]! * point[indices[k]!]!;
    sum += term;
    size += Math.abs(term);
  }
  return sum >= lower[i]! - ROUNDING * size && sum <= upper[i]! + ROUNDING * size;
}
