import type { LinearProgram } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { boxAround, withParts } from './columns.ts';
import type { Evaluated, ConcaveProblem } from './concave-problem.ts';
import { cutsAt, rowsOfCuts, worthsOfGuards } from './cuts.ts';
import { masterProgram } from './start.ts';

export interface TangentSolution {
  readonly point: LinearPoint;
  /** Change of the goal per unit by which each guard's `least` rises. */
  readonly guardWorths: readonly number[];
}

/**
 * The best point of a box around another by the tangents there alone; undefined when no solver has an answer.
 *
 * @param radius  half-width of the box, as a share of each column's range
 */
export function solveTangents(
  problem: ConcaveProblem,
  from: Pick<Evaluated, 'columns' | 'points'>,
  radius: number,
  openMaster: (program: LinearProgram) => LinearSession,
): TangentSolution | undefined {
  const { columns, rows } = problem.limits;
  const box = boxAround(from.columns, columns.lower, columns.upper, radius);
  const session = openMaster(masterProgram(problem));
  try {
    const added = rowsOfCuts(problem, cutsAt(problem, from.points, from.columns));
    session.addRows(added.rows);
    const free = new Float64Array(problem.parts.length).fill(Infinity);
    session.setColumnBounds(
      withParts(
        box.lower,
        free.map((value) => -value),
      ),
      withParts(box.upper, free),
    );
    const point = session.solve();
    if (point.status !== 'optimal') return undefined;
    const duals = point.rowDuals.subarray(rows.lower.length);
    return { point, guardWorths: worthsOfGuards(problem.guards.length, added.made, duals) };
  } finally {
    session.close();
  }
}
