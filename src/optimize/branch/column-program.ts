import { openLinear } from '../../linear/solve.ts';
import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { MasterFailed, partRange } from '../concave/box-step.ts';
import { clamped, withParts } from '../concave/columns.ts';
import type { ConcaveProblem } from '../concave/concave-problem.ts';
import { rowsOfCuts, type Cut } from '../concave/cuts.ts';
import { masterProgram } from '../concave/start.ts';
import { problemOf, type Node, type Task } from '../task.ts';
import { branchAndBound, type BranchResult, type NodeResult } from './branch.ts';
import { heightAt, hullOf, type ColumnBound, type Corner } from './column-bound.ts';
import { tightened } from './tighten.ts';

/** Parts of a search of the bounds, which ask for no draws. */
const MOST_PARTS = 2000;
/** A number of less than this share of the largest of its kind is taken for none, or for this share: solvers fail on it. */
const SMALLEST = 1e-9;

/** A plan with the best sum of bounds, and the linear program that it came from. */
export interface Proposed {
  readonly spend: Float64Array;
  readonly last: LinearPoint;
}

/**
 * Maximizes the sum of bounds of all columns within all linear limits, but for `open`. Throws `MasterFailed` where the
 * whole cannot be solved.
 */
export function searchBounds(
  task: Task,
  root: Node,
  bounds: readonly ColumnBound[],
  open: number,
): Promise<BranchResult<Proposed>> {
  const problem = problemOf(task, root, true);
  const size = root.lower.length;
  const weight = task.goal[0]!.weight;
  // The plainest solver first: such programs are small, and it is done before another one is set up.
  const session = openLinear(masterProgram(problem), task.solvers.toReversed());
  const programs = { session, problem, rows: 0 };
  return branchAndBound<Node, Proposed>({
    root,
    solve: async (whole): Promise<NodeResult<Node, Proposed>> => {
      const within = whole === root ? root : tightened(task.linear.rows, task.model.periods, whole);
      if (within === undefined) return CLOSED;
      const hulls = bounds.map((bound, k) => hullOf(bound, within.lower[k]!, within.upper[k]!));
      const point = bestOfHulls(task, programs, within, hulls);
      if (point === 'infeasible') return CLOSED;
      if (point === 'failed') {
        if (whole === root) throw new MasterFailed(point);
        return { bound: sumOfTops(task, hulls), children: [] };
      }
      const spend = clamped(point.values.slice(0, size), within.lower, within.upper);
      let value = 0;
      let most = { column: -1, excess: 0 };
      bounds.forEach((bound, k) => {
        const height = heightAt(bound, spend[k]!);
        value += task.perSpend[k]! * spend[k]! + weight * height;
        const excess = heightOfHull(hulls[k]!, spend[k]!) - height;
        if (excess > most.excess) most = { column: k, excess };
      });
      const node: Node = { ...whole, ...within };
      return {
        bound: point.bound,
        candidate: { value, found: { spend, last: point } },
        children: most.column === -1 ? [] : halves(node, most.column, bounds[most.column]!, spend[most.column]!),
      };
    },
    allowed: () => open,
    mostNodes: MOST_PARTS,
    patience: MOST_PARTS,
  }).finally(() => session.close());
}

/** The linear programs over concave hulls, one after the other: they differ in bounds and in the rows of hulls. */
interface HullPrograms {
  readonly session: LinearSession;
  readonly problem: ConcaveProblem;
  /** Of the hulls that it has now. */
  rows: number;
}

const CLOSED = { bound: -Infinity, children: [] };

/**
 * What no plan on these hulls is above, whatever its total: how a part is closed that no solver can handle. Those are parts
 * about as wide as the limits are exact, such as what is left beside a plan that gives all money to one channel.
 */
function sumOfTops({ perSpend, goal }: Task, hulls: readonly (readonly Corner[])[]): number {
  const { weight } = goal[0]!;
  return hulls.reduce((sum, hull, k) => sum + Math.max(...hull.map(([x, y]) => perSpend[k]! * x + weight * y)), 0);
}

/** The linear program over concave hulls, or why it has no solution. */
function bestOfHulls(
  task: Task,
  programs: HullPrograms,
  { lower, upper }: Pick<Node, 'lower' | 'upper'>,
  hulls: readonly (readonly Corner[])[],
): LinearPoint | 'infeasible' | 'failed' {
  const { session, problem, rows: before } = programs;
  const { columns, rows: limits } = problem.limits;
  const cuts = hulls.flatMap((hull, k) => cutsOfHull(hull, k, pieceOf(task, k)));
  const { rows } = rowsOfCuts(problem, cuts);
  session.removeRows(Array.from({ length: before }, (_, k) => limits.lower.length + k));
  session.addRows(rows);
  programs.rows = rows.lower.length;
  const range = partRange(problem, cuts);
  const uses = columns.lower.subarray(lower.length);
  session.setColumnBounds(
    withParts(Float64Array.from([...lower, ...uses]), range.lower),
    withParts(Float64Array.from([...upper, ...uses.map(() => 1)]), range.upper),
  );
  const point = session.solve();
  if (point.status === 'optimal') return point;
  return point.status === 'infeasible' ? 'infeasible' : 'failed';
}

function cutsOfHull(hull: readonly Corner[], column: number, of: number): readonly Cut[] {
  const columns = Int32Array.of(column);
  const size = hull.reduce((most, [, y]) => Math.max(most, Math.abs(y)), 0);
  const cut = (slope: number, x: number, y: number): Cut => {
    const constant = y - slope * x;
    const least = SMALLEST * size;
    return {
      of,
      columns,
      slope: Float64Array.of(slope),
      constant: Math.abs(constant) < least ? least : constant,
      gross: Math.abs(y) + Math.abs(slope * x),
    };
  };
  const [[first, height], ...others] = hull as readonly [Corner, ...Corner[]];
  if (others.length === 0) return [cut(0, first, height)];
  const slopes = others.map(([x, y], k) => (y - hull[k]![1]) / (x - hull[k]![0]));
  const steepest = Math.max(...slopes.map(Math.abs));
  return others.map(([x, y], k) =>
    Math.abs(slopes[k]!) > SMALLEST * steepest ? cut(slopes[k]!, x, y) : cut(0, x, Math.max(y, hull[k]![1])),
  );
}

function heightOfHull(hull: readonly Corner[], x: number): number {
  if (hull.length === 1) return hull[0]![1];
  const after = hull.findIndex(([at]) => at >= x);
  const k = after === -1 ? hull.length - 1 : Math.max(1, after);
  const [[x0, y0], [x1, y1]] = [hull[k - 1]!, hull[k]!];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Both sides of the border between intervals that is nearest to an amount; none where a node lies within one interval. */
function halves(node: Node, column: number, bound: ColumnBound, x: number): readonly Node[] {
  const [from, to] = [node.lower[column]!, node.upper[column]!];
  const [border] = bound
    .map((interval) => interval.from)
    .filter((at) => at > from && at < to)
    .toSorted((a, b) => Math.abs(a - x) - Math.abs(b - x));
  if (border === undefined) return [];
  return [
    { ...node, upper: node.upper.with(column, border) },
    { ...node, lower: node.lower.with(column, border) },
  ];
}

/** The piece of the goal that a column is. */
export function pieceOf({ asks: [ask] }: Task, column: number): number {
  return ask?.kind === 'mean' ? ask.pieces.ofColumn[column]! : column;
}
