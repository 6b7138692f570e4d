/**
 * Plain arithmetic on what a solver claims. Errors are measured in the units of the scaled program, where entries,
 * limits and costs are near 1, and relative to the limit they concern.
 */
import { dualBound } from './bound.ts';
import type { LinearProgram } from './program.ts';
import { FAR, type Scaling, TOLERANCE } from './scale.ts';
import type { LinearPoint } from './solution.ts';

/** Share of the objective's terms by which a point may be short of the best in all: single errors add up. */
const LARGEST_LOSS = 1e-6;

/** In scaled units: what rounding makes of an objective that is zero. */
const SMALLEST_LOSS = 1e-8;

/** A reduced cost that is a smaller share of what it is the difference of comes from rounding in the duals. */
const SMALLEST_SHARE = 1e-10;

/**
 * A solver's point and duals as a checked answer, or why they are none: every limit is kept, and every dual pushes
 * against a limit that is met (the conditions of Karush, Kuhn and Tucker), so that no other point is better by more
 * than a millionth.
 */
export function checkOptimum(
  program: LinearProgram,
  scaling: Scaling,
  claimed: Float64Array,
  rowDuals: Float64Array,
): LinearPoint | string {
  const { columns, rows } = program;
  // Zero is added to turn a negative zero into the usual one.
  const values = claimed.map((value, j) => nearest(value, columns.lower[j]!, columns.upper[j]!) + 0);
  for (const [j, value] of values.entries()) {
    const unit = 1 / scaling.columns[j]!;
    if (!meets(claimed[j]!, value, unit)) return `column ${j} is ${claimed[j]}, its limit is ${value}`;
  }
  const sums = rowSums(program, values);
  for (const [i, sum] of sums.entries()) {
    const limit = nearest(sum, rows.lower[i]!, rows.upper[i]!);
    if (!meets(sum, limit, scaling.rows[i]!)) return `row ${i} is ${sum}, its limit is ${limit}`;
  }
  if (!rowDuals.every((y) => Number.isFinite(y))) return 'a dual is not a number';
  const dual = dualBound(program, scaling, rowDuals);
  const direction = program.sense === 'maximize' ? 1 : -1;
  let loss = 0;
  for (const [i, y] of dual.rowDuals.entries()) {
    const limit = direction * y > 0 ? rows.upper[i]! : rows.lower[i]!;
    const isNone = Math.abs(y) * (scaling.objective / scaling.rows[i]!) <= TOLERANCE;
    if (!isNone && !meets(sums[i]!, limit, scaling.rows[i]!)) return `row ${i} has dual ${y} but is ${sums[i]}`;
    if (Math.abs(limit) * scaling.rows[i]! <= FAR) loss += Math.abs(y * (limit - sums[i]!));
  }
  for (const [j, d] of dual.reducedCosts.entries()) {
    const limit = direction * d > 0 ? columns.upper[j]! : columns.lower[j]!;
    const isRounding = Math.abs(d) <= SMALLEST_SHARE * dual.sizes[j]!;
    const isNone = isRounding || Math.abs(d) * scaling.objective * scaling.columns[j]! <= TOLERANCE;
    if (!isNone && !meets(values[j]!, limit, 1 / scaling.columns[j]!)) {
      return `column ${j} has reduced cost ${d} but is ${values[j]}`;
    }
    if (!isRounding && Math.abs(limit) / scaling.columns[j]! <= FAR) loss += Math.abs(d * (limit - values[j]!));
  }
  const size = columns.cost.reduce((sum, cost, j) => sum + Math.abs(cost * values[j]!), 0);
  if (loss > LARGEST_LOSS * size + SMALLEST_LOSS / scaling.objective) return `the objective may be short by ${loss}`;
  const { bound, boundKind, reducedCosts } = dual;
  return { values, objective: objectiveAt(program, values), bound, boundKind, rowDuals: dual.rowDuals, reducedCosts };
}

function objectiveAt({ columns }: LinearProgram, values: Float64Array): number {
  return columns.cost.reduce((sum, cost, j) => sum + cost * values[j]!, 0);
}

/** The sum of each row at a point. */
function rowSums({ rows }: LinearProgram, values: Float64Array): Float64Array {
  return rows.lower.map((_, i) => {
    let sum = 0;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) sum += rows.values[k]! * values[rows.indices[k]!]!;
    return sum;
  });
}

/** Whether a number is at its limit, relative to the larger of the limit and the unit. Never for NaN or infinity. */
function meets(number: number, limit: number, unit: number): boolean {
  return Math.abs(number - limit) * unit <= TOLERANCE * (1 + Math.abs(limit) * unit) && Number.isFinite(limit);
}

function nearest(value: number, lower: number, upper: number): number {
  return Math.min(Math.max(value, lower), upper);
}
