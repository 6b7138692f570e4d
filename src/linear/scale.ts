/**
 * Scaling by powers of two, which is exact: x = columns · x', each row and the objective times its factor. Solvers
 * judge feasibility and optimality by absolute tolerances, drop small coefficients and take large limits for none; so
 * coefficients, limits and costs are all brought near 1, whatever the money unit.
 */
import type { LinearProgram, Rows } from './program.ts';

/** All factors are powers of two; those of integer columns are 1. */
export interface Scaling {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly objective: number;
}

/** What solvers keep to in scaled units, and answers are checked against: a unit of money in ten million. */
export const TOLERANCE = 1e-7;

export function scaleProgram(program: LinearProgram, scaling: Scaling): LinearProgram {
  const { columns } = program;
  return {
    sense: program.sense,
    columns: {
      cost: scaleCosts(columns.cost, scaling.columns, scaling.objective),
      lower: divide(columns.lower, scaling.columns),
      upper: divide(columns.upper, scaling.columns),
      ...(columns.integer !== undefined && { integer: columns.integer }),
    },
    rows: scaleRows(program.rows, scaling.rows, scaling.columns),
  };
}

/** Names do not travel: solvers get numbers only. */
export function scaleRows(rows: Rows, factors: Float64Array, columns: Float64Array): Rows {
  const values = new Float64Array(rows.values.length);
  for (let i = 0; i < factors.length; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      values[k] = rows.values[k]! * factors[i]! * columns[rows.indices[k]!]!;
    }
  }
  return {
    starts: rows.starts,
    indices: rows.indices,
    values,
    lower: rows.lower.map((bound, i) => bound * factors[i]!),
    upper: rows.upper.map((bound, i) => bound * factors[i]!),
  };
}

export function scaleCosts(cost: Float64Array, columns: Float64Array, objective: number): Float64Array {
  return cost.map((value, j) => value * columns[j]! * objective);
}

/** Entry by entry; for bounds of columns, which shrink as their factor grows. */
export function divide(numbers: Float64Array, factors: Float64Array): Float64Array {
  return numbers.map((number, j) => number / factors[j]!);
}
