import { channelsUsed } from '../../simulate/evaluate.ts';
import { openLinear } from '../../linear/solve.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { MasterFailed } from '../concave/master-failed.ts';
import { clamped } from '../concave/columns.ts';
import { masterProgram } from '../concave/start.ts';
import { decidesUse, planOf, problemOf, withUsesOf, type Node, type Task } from '../task.ts';
import { branchAndBound, type BranchResult, type NodeResult } from './branch.ts';
import { heightAt, hullOf, intervalAt, isInGap, type ColumnBound, type Corner } from './column-bound.ts';
import { decidedNode } from './decide.ts';
import { byUse, DECIDED } from './divide.ts';
import { bestOfHulls, sumOfTops } from './hull-program.ts';
import { tightened } from './tighten.ts';

/** Parts of a search of the bounds, which ask for no draws. */
const MOST_PARTS = 2000;
/** A plan with the best sum of bounds, and the linear program that it came from. */
export interface Proposed {
  readonly spend: Float64Array;
  readonly last: LinearPoint;
}

/**
 * Maximizes the sum of bounds of all columns, less what uses cost, within all limits, but for `open`. Throws `MasterFailed` where the
 * whole cannot be solved.
 *
 * @param open  what a plan of this worth may stay below the best
 */
export function searchBounds(
  task: Task,
  root: Node,
  bounds: readonly ColumnBound[],
  open: (value: number, spend: Float64Array) => number,
): Promise<BranchResult<Proposed>> {
  const problem = problemOf(task, root, true);
  // The plainest solver first: such programs are small, and it is done before another one is set up.
  const session = openLinear(masterProgram(problem), task.solvers.toReversed());
  const programs = { session, problem, rows: 0 };
  const hullsIn = ({ lower, upper }: Node) => bounds.map((bound, k) => hullOf(bound, lower[k]!, upper[k]!));

  type Candidate = { readonly value: number; readonly found: Proposed };
  const candidate = (spend: Float64Array, last: LinearPoint): Candidate => ({
    value: valueOf(task, bounds, spend),
    found: { spend, last },
  });

  /** What a relaxed program proposes, where that is a plan, and the best plan with its decisions, where some were left open. */
  const candidates = (node: Node, point: LinearPoint, spend: Float64Array): readonly Candidate[] => {
    const { node: decided, asProposed, paid } = decidedNode(task, node, spend);
    const itself = asProposed ? [candidate(spend, point)] : [];
    if (asProposed && paid) return itself;
    const last = bestOfHulls(task, programs, decided, hullsIn(decided));
    return typeof last === 'string' ? itself : [...itself, candidate(spendOf(decided, last), last)];
  };

  return branchAndBound<Node, Proposed>({
    root,
    solve: async (whole): Promise<NodeResult<Node, Proposed>> => {
      const node = whole === root ? root : within(task, whole, bounds);
      if (node === undefined) return CLOSED;
      const hulls = hullsIn(node);
      const point = bestOfHulls(task, programs, node, hulls);
      if (point === 'infeasible') return CLOSED;
      if (point === 'failed') {
        if (whole === root) throw new MasterFailed(point);
        return { bound: sumOfTops(task, hulls), children: [] };
      }
      const spend = spendOf(node, point);
      const [best] = candidates(node, point, spend).toSorted((a, b) => b.value - a.value);
      return {
        bound: point.bound,
        ...(best === undefined ? {} : { candidate: best }),
        children: divided(task, node, bounds, hulls, spend, point.values.subarray(spend.length)),
      };
    },
    allowed: (value, { spend }) => open(value, spend),
    mostNodes: MOST_PARTS,
    patience: MOST_PARTS,
  }).finally(() => session.close());
}

function spendOf({ lower, upper }: Node, { values }: LinearPoint): Float64Array {
  return clamped(values.slice(0, lower.length), lower, upper);
}

/** A part with its bounds as near as its limits and the gaps of its columns allow; undefined where they leave nothing. */
function within(task: Task, whole: Node, bounds: readonly ColumnBound[]): Node | undefined {
  const { periods } = task.model;
  const tight = tightened(task.tightenedBy, periods, whole);
  if (tight === undefined) return undefined;
  const lower = tight.lower.map((x, k) => (isInGap(bounds[k]!, x) ? bounds[k]![intervalAt(bounds[k]!, x)]!.from : x));
  const upper = tight.upper.map((x, k) => (isInGap(bounds[k]!, x) ? bounds[k]![intervalAt(bounds[k]!, x) - 1]!.to : x));
  if (lower.some((x, k) => x > upper[k]!)) return undefined;
  return withUsesOf({ ...whole, lower, upper }, periods);
}

/** The sum of bounds at a plan, less what its uses cost. */
function valueOf(
  { model, perSpend, goal, useCosts }: Task,
  bounds: readonly ColumnBound[],
  spend: Float64Array,
): number {
  const { weight } = goal[0]!;
  const used = channelsUsed(planOf(spend, model));
  return bounds.reduce((sum, bound, k) => {
    const cost = used[Math.floor(k / model.periods)]! ? useCosts[0]![k]! : 0;
    return sum + perSpend[k]! * spend[k]! + weight * (heightAt(bound, spend[k]!) + cost);
  }, 0);
}

/**
 * Parts of a node in which hulls are nearer to the bounds at a plan: with and without the channel whose use is paid for least, or on both
 * sides of a border of the column where the hull lies highest above the bound.
 */
function divided(
  task: Task,
  node: Node,
  bounds: readonly ColumnBound[],
  hulls: readonly (readonly Corner[])[],
  spend: Float64Array,
  shares: Float64Array,
): readonly Node[] {
  const { periods } = task.model;
  let [column, most] = [-1, 0];
  const unpaid = new Float64Array(node.uses.length);
  bounds.forEach((bound, k) => {
    const [c, x] = [Math.floor(k / periods), spend[k]!];
    const share = node.uses[c] === 'open' ? shares[c]! : 1;
    if (share < 1 - DECIDED) {
      const nothing = hulls[k]![0]![1];
      const above = share > 0 ? share * (heightOfHull(hulls[k]!, x / share) - nothing) + nothing : nothing;
      unpaid[c] = unpaid[c]! + above - heightAt(bound, x) - (1 - share) * task.useCosts[0]![k]!;
      return;
    }
    // An amount in a gap has to be decided, whatever it brings.
    const excess = Math.max(heightOfHull(hulls[k]!, x) - heightAt(bound, x), isInGap(bound, x) ? Number.MIN_VALUE : 0);
    if (excess > most) [column, most] = [k, excess];
  });
  let channel = -1;
  node.uses.forEach((use, c) => {
    const spends = spend.subarray(c * periods, (c + 1) * periods).some((amount) => amount > 0);
    if (use !== 'open' || !decidesUse(task, c) || !spends || shares[c]! > 1 - DECIDED) return;
    // Where a use is free but counts, its share is all there is to decide.
    const amount = Math.max(unpaid[c]!, Number.MIN_VALUE);
    if (amount > most) [channel, most] = [c, amount];
  });
  if (channel !== -1) return byUse(task, node, channel);
  return column === -1 ? [] : halves(node, column, bounds[column]!, spend[column]!);
}

const CLOSED = { bound: -Infinity, children: [] };

function heightOfHull(hull: readonly Corner[], x: number): number {
  if (hull.length === 1) return hull[0]![1];
  const after = hull.findIndex(([at]) => at >= x);
  const k = after === -1 ? hull.length - 1 : Math.max(1, after);
  const [[x0, y0], [x1, y1]] = [hull[k - 1]!, hull[k]!];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Both sides of the border or gap between intervals that is nearest to an amount; none where a node lies within one interval. */
function halves(node: Node, column: number, bound: ColumnBound, x: number): readonly Node[] {
  const [from, to] = [node.lower[column]!, node.upper[column]!];
  const [border] = bound
    .slice(1)
    .map((next, k) => ({ end: bound[k]!.to, start: next.from }))
    .filter(({ end, start }) => start > from && end < to)
    .toSorted((a, b) => Math.abs(a.start - x) - Math.abs(b.start - x));
  if (border === undefined) return [];
  return [
    { ...node, upper: node.upper.with(column, border.end) },
    { ...node, lower: node.lower.with(column, border.start) },
  ];
}
