/**
 * Scaling by powers of two, which is exact: x = columns · x', each row and the objective times its factor. Solvers
 * judge feasibility and optimality by absolute tolerances, drop small coefficients and take large limits for none; so
 * coefficients, limits and costs are all brought near 1, whatever the money unit.
 */
import { powerOfTwo } from './binary.ts';
import type { LinearProgram, Rows } from './program.ts';

/** All factors are powers of two; those of integer columns are 1. */
export interface Scaling {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly objective: number;
}

/**
 * Limits so many bits out, in scaled units, are kept from solvers: nothing real is met there, and a rounding error
 * times such a number is large. Answers are checked against them as against any other.
 */
export const FAR_BITS = 30;

export const FAR = powerOfTwo(FAR_BITS, FAR_BITS);

/** What solvers keep to in scaled units, and answers are checked against: a unit of money in ten million. */
export const TOLERANCE = 1e-7;

export function scaleProgram(program: LinearProgram, scaling: Scaling): LinearProgram {
  const { columns } = program;
  return {
    sense: program.sense,
    columns: {
      cost: scaleCosts(columns.cost, scaling.columns, scaling.objective),
      ...scaleColumnBounds(columns.lower, columns.upper, scaling.columns),
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
    lower: rows.lower.map((limit, i) => scaleLower(limit, factors[i]!)),
    upper: rows.upper.map((limit, i) => scaleUpper(limit, factors[i]!)),
  };
}

export function scaleCosts(cost: Float64Array, columns: Float64Array, objective: number): Float64Array {
  return cost.map((value, j) => value * columns[j]! * objective);
}

/** Bounds of columns shrink as their factor grows. */
export function scaleColumnBounds(lower: Float64Array, upper: Float64Array, columns: Float64Array) {
  return {
    lower: lower.map((limit, j) => scaleLower(limit, 1 / columns[j]!)),
    upper: upper.map((limit, j) => scaleUpper(limit, 1 / columns[j]!)),
  };
}

export function scaleLower(limit: number, factor: number): number {
  return limit * factor < -FAR ? -Infinity : limit * factor;
}

export function scaleUpper(limit: number, factor: number): number {
  return limit * factor > FAR ? Infinity : limit * factor;
}
