import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { partRange } from '../concave/part-range.ts';
import { withParts } from '../concave/columns.ts';
import type { ConcaveProblem } from '../concave/concave-problem.ts';
import { rowsOfCuts, sizable, type Cut } from '../concave/cuts.ts';
import type { Node, Task } from '../task.ts';
import type { Corner } from './column-bound.ts';

/** A number of less than this share of the largest of its kind is taken for none, or for this share: solvers fail on it. */
const SMALLEST = 1e-9;

/** The linear programs over concave hulls, one after the other: they differ in bounds and in the rows of hulls. */
export interface HullPrograms {
  readonly session: LinearSession;
  readonly problem: ConcaveProblem;
  /** Of the hulls that it has now. */
  rows: number;
}

/**
 * What no plan on these hulls is above, whatever its total: how a part is closed that no solver can handle. Those are parts
 * about as wide as the limits are exact, such as what is left beside a plan that gives all money to one channel.
 */
export function sumOfTops({ perSpend, goal }: Task, hulls: readonly (readonly Corner[])[]): number {
  const { weight } = goal[0]!;
  return hulls.reduce((sum, hull, k) => sum + Math.max(...hull.map(([x, y]) => perSpend[k]! * x + weight * y)), 0);
}

/** The linear program over concave hulls, or why it has no solution. */
export function bestOfHulls(
  task: Task,
  programs: HullPrograms,
  { lower, upper, uses }: Node,
  hulls: readonly (readonly Corner[])[],
): LinearPoint | 'infeasible' | 'failed' {
  const { session, problem, rows: before } = programs;
  // A column that may neither be nothing nor be enough.
  if (hulls.some(({ length }) => length === 0)) return 'infeasible';
  const { rows: limits } = problem.limits;
  const least = SMALLEST * hulls.flat().reduce((most, [, y]) => Math.max(most, Math.abs(y)), 0);
  const cuts = hulls.flatMap((hull, k) => {
    const channel = Math.floor(k / task.model.periods);
    const cost = task.useCosts[0]![k]!;
    const ofHull = cutsOfHull(hull, k, pieceOf(task, k), least);
    if (uses[channel] === 'unused' || (cost === 0 && uses[channel] === 'used')) return ofHull;
    const nothing = sizable(hull[0]![1], least);
    return ofHull.map((cut) => {
      const paid = sizable(cut.constant + cost, least);
      return uses[channel] === 'used'
        ? { ...cut, constant: paid }
        : inShare(cut, lower.length + channel, paid, nothing, least);
    });
  });
  const { rows } = rowsOfCuts(problem, cuts);
  session.removeRows(Array.from({ length: before }, (_, k) => limits.lower.length + k));
  session.addRows(rows);
  programs.rows = rows.lower.length;
  const range = partRange(problem, cuts);
  session.setColumnBounds(
    withParts(Float64Array.from([...lower, ...uses.map((use) => (use === 'used' ? 1 : 0))]), range.lower),
    withParts(Float64Array.from([...upper, ...uses.map((use) => (use === 'unused' ? 0 : 1))]), range.upper),
  );
  const point = session.solve();
  if (point.status === 'optimal') return point;
  return point.status === 'infeasible' ? 'infeasible' : 'failed';
}

/** @param least  numbers smaller than this are none, or this much */
function cutsOfHull(hull: readonly Corner[], column: number, of: number, least: number): readonly Cut[] {
  const columns = Int32Array.of(column);
  const cut = (slope: number, x: number, y: number): Cut => ({
    of,
    columns,
    slope: Float64Array.of(slope),
    constant: sizable(y - slope * x, least),
    gross: Math.abs(y) + Math.abs(slope * x),
  });
  const [[first, height], ...others] = hull as readonly [Corner, ...Corner[]];
  if (others.length === 0) return [cut(0, first, height)];
  const slopes = others.map(([x, y], k) => (y - hull[k]![1]) / (x - hull[k]![0]));
  const steepest = Math.max(...slopes.map(Math.abs));
  return others.map(([x, y], k) =>
    Math.abs(slopes[k]!) > SMALLEST * steepest ? cut(slopes[k]!, x, y) : cut(0, x, Math.max(y, hull[k]![1])),
  );
}

/**
 * A line of a hull where the use of its channel is a share that is not decided yet: as much of it as that share, and for the rest what
 * comes of nothing. No concave function is nearer to both decisions (Günlük and Linderoth, 2010).
 *
 * @param paid  its height at no spend, less what the use costs
 * @param nothing  what the column brings without spend
 */
function inShare({ columns, slope, ...cut }: Cut, share: number, paid: number, nothing: number, least: number): Cut {
  const ofUse = paid - nothing;
  return {
    ...cut,
    columns: Int32Array.of(...columns, share),
    slope: Float64Array.of(...slope, sizable(ofUse, least)),
    constant: nothing,
  };
}

/** The piece of the goal that a column is. */
export function pieceOf({ asks: [ask] }: Task, column: number): number {
  return ask?.kind === 'mean' ? ask.pieces.ofColumn[column]! : column;
}
