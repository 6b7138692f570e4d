import type { LinearProgram } from './program.ts';
import { type Scaling, TOLERANCE } from './scale.ts';
import { settledDuals } from './settled-duals.ts';
import type { LinearPoint } from './solution.ts';

/** Largest relative error of one operation. */
const ROUNDING = Number.EPSILON / 2;

/** What duals prove about the objective of every point. */
export interface DualBound extends Pick<LinearPoint, 'bound' | 'boundKind' | 'rowDuals' | 'reducedCosts'> {
  /** Per column: the size of what its reduced cost is the difference of. */
  readonly sizes: Float64Array;
}

/**
 * The objective that no point can pass, from any finite row duals y, however inexact: cost · x = y · (A x) + d · x with
 * d = cost - Aᵀ y, and each of the two sums is at most what the limits allow. Duals against a side without a limit
 * are settled (see there), and the rounding of the whole calculation is added outwards. A reduced cost within the tolerance
 * against a side without a bound counts as zero too, and makes the result `numerical`; a larger one makes it infinite.
 * Source: Neumaier and Shcherbina, "Safe bounds in linear and mixed-integer linear programming" (2004), section 2.
 */
export function dualBound(program: LinearProgram, scaling: Scaling, duals: Float64Array): DualBound {
  const { columns, rows } = program;
  const direction = program.sense === 'maximize' ? 1 : -1;
  const rowDuals = settledDuals(program, duals);
  const { reducedCosts, sizes, operations } = reduceCosts(program, rowDuals);
  let bound = 0;
  let size = 0;
  let boundKind: LinearPoint['boundKind'] = 'proven';
  for (const [i, y] of rowDuals.entries()) {
    if (y === 0) continue;
    const product = y * (direction * y > 0 ? rows.upper[i]! : rows.lower[i]!);
    bound += product;
    size += Math.abs(product);
  }
  for (const [j, d] of reducedCosts.entries()) {
    if (sizes[j] === 0) continue;
    const lower = columns.lower[j]!;
    const upper = columns.upper[j]!;
    const pushed = direction * d > 0 ? upper : lower;
    const signIsSure = Math.abs(d) > operations * ROUNDING * sizes[j]!;
    const furthest = signIsSure ? Math.abs(pushed) : Math.max(Math.abs(lower), Math.abs(upper));
    if (Number.isFinite(furthest)) {
      bound += d * pushed;
      size += sizes[j]! * furthest;
    } else {
      boundKind = 'numerical';
      if (Math.abs(d) * scaling.objective * scaling.columns[j]! > TOLERANCE) bound = direction * Infinity;
    }
  }
  const rounding = (operations + rowDuals.length + reducedCosts.length) * ROUNDING * size;
  return { bound: bound + direction * rounding, boundKind, rowDuals, reducedCosts, sizes };
}

/** cost - Aᵀ y; the size of what went into each entry, and the most operations behind any. */
function reduceCosts({ columns, rows }: LinearProgram, rowDuals: Float64Array) {
  const reducedCosts = columns.cost.slice();
  const sizes = columns.cost.map(Math.abs);
  const terms = new Int32Array(reducedCosts.length);
  for (const [i, y] of rowDuals.entries()) {
    if (y === 0) continue;
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
      const j = rows.indices[k]!;
      const product = rows.values[k]! * y;
      reducedCosts[j]! -= product;
      sizes[j]! += Math.abs(product);
      terms[j]! += 1;
    }
  }
  return { reducedCosts, sizes, operations: 2 + terms.reduce((most, count) => Math.max(most, count), 0) };
}
