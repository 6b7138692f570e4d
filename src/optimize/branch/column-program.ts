import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { MasterFailed } from '../concave/master-failed.ts';
import { clamped } from '../concave/columns.ts';
import { decidesUse, planOf, problemOf, withUsesOf, type Node, type Task } from '../task.ts';
import { branchAndBound, type BranchResult, type NodeResult } from './branch.ts';
import {
  bestMixture,
  heightInMixture,
  openBoundsProgram,
  pricesOf,
  sumOfTops,
  type BoundsProgram,
  type MixturePrices,
  type WeighedBounds,
} from './bounds-program.ts';
import { heightAt, intervalAt, isInGap, type ColumnBound } from './column-bound.ts';
import { decidedNode } from './decide.ts';
import { byUse, DECIDED } from './divide.ts';
import { tightened } from './tighten.ts';

/** Parts of a search of the bounds, which ask for no draws. */
const MOST_PARTS = 2000;

/** A plan with the best sum of bounds, and the solution that it came from. */
export interface Proposed {
  readonly spend: Float64Array;
  readonly point: LinearPoint;
  readonly prices: MixturePrices;
}

/**
 * Maximizes the least sum of bounds of all columns over weighings, less what uses cost, within all limits, but for `open`. Throws
 * `MasterFailed` where the whole cannot be solved.
 *
 * @param open  what a plan of this worth may stay below the best
 */
export function searchBounds(
  task: Task,
  root: Node,
  weighed: WeighedBounds,
  open: (value: number, spend: Float64Array) => number,
): Promise<BranchResult<Proposed>> {
  const { limits } = problemOf(task, root, true);
  const program = openBoundsProgram(task, limits, weighed);

  type Candidate = { readonly value: number; readonly found: Proposed };
  const candidate = (spend: Float64Array, point: LinearPoint): Candidate => ({
    value: valueOf(program, spend),
    found: { spend, point, prices: pricesOf(program, point) },
  });

  /** What a relaxed program proposes, where that is a plan, and the best plan with its decisions, where some were left open. */
  const candidates = (node: Node, point: LinearPoint, spend: Float64Array): readonly Candidate[] => {
    const { node: decided, asProposed, paid } = decidedNode(task, node, spend);
    const itself = asProposed ? [candidate(spend, point)] : [];
    if (asProposed && paid) return itself;
    const last = bestMixture(program, decided);
    return typeof last === 'string' ? itself : [...itself, candidate(spendOf(decided, last), last)];
  };

  return branchAndBound<Node, Proposed>({
    root,
    solve: async (whole): Promise<NodeResult<Node, Proposed>> => {
      const node = whole === root ? root : within(task, whole, weighed.bounds);
      if (node === undefined) return CLOSED;
      const point = bestMixture(program, node);
      if (point === 'infeasible') return CLOSED;
      if (point === 'failed') {
        if (whole === root) throw new MasterFailed(point);
        return { bound: sumOfTops(program, node), children: [] };
      }
      const spend = spendOf(node, point);
      const [best] = candidates(node, point, spend).toSorted((a, b) => b.value - a.value);
      return {
        bound: point.bound,
        ...(best === undefined ? {} : { candidate: best }),
        children: divided(program, node, spend, point),
      };
    },
    allowed: (value, { spend }) => open(value, spend),
    mostNodes: MOST_PARTS,
    patience: MOST_PARTS,
  }).finally(() => program.session.close());
}

function spendOf({ lower, upper }: Node, { values }: LinearPoint): Float64Array {
  return clamped(values.slice(0, lower.length), lower, upper);
}

/** A part with its bounds as near as its limits and the gaps of its columns allow; undefined where they leave nothing. */
function within(task: Task, whole: Node, bounds: readonly ColumnBound[]): Node | undefined {
  const { periods } = task.model;
  const tight = tightened(task.tightenedBy, periods, whole, task.leastIfUsed);
  if (tight === undefined) return undefined;
  const lower = tight.lower.map((x, k) =>
    isInGap(bounds[k]!, x) ? bounds[k]![intervalAt(bounds[k]!, x, 0)]!.from : x,
  );
  const upper = tight.upper.map((x, k) =>
    isInGap(bounds[k]!, x) ? bounds[k]![intervalAt(bounds[k]!, x, 0) - 1]!.to : x,
  );
  if (lower.some((x, k) => x > upper[k]!)) return undefined;
  return withUsesOf({ ...whole, lower, upper }, periods);
}

/** The least sum of bounds at a plan, less what its uses cost. */
function valueOf(program: BoundsProgram, spend: Float64Array): number {
  const known = spend.reduce((sum, amount, k) => sum + program.task.perSpend[k]! * amount, 0);
  return known + Math.min(...sumsAt(program, spend));
}

/** By weighing, the sum of bounds at a plan, less what its uses cost. */
function sumsAt(
  { task: { model }, bounds, useCosts, constants }: BoundsProgram,
  spend: Float64Array,
): readonly number[] {
  const used = channelsUsed(planOf(spend, model));
  return constants.map((constant, of) => {
    const paid = useCosts[of]!.reduce((sum, cost, c) => (used[c]! ? sum + cost : sum), constant);
    return bounds.reduce((sum, bound, k) => sum + heightAt(bound, spend[k]!, of), paid);
  });
}

/**
 * Parts of a node in which mixtures are nearer to the bounds at a plan: with and without the channel whose use is paid for least, or on
 * both sides of a border of the column that is worth most in the mixture above its bound.
 */
function divided(program: BoundsProgram, node: Node, spend: Float64Array, point: LinearPoint): readonly Node[] {
  const { task, bounds } = program;
  const { periods } = task.model;
  const sums = sumsAt(program, spend);
  const of = sums.indexOf(Math.min(...sums));
  let [column, most] = [-1, 0];
  const shareOf = (c: number) => (node.uses[c] === 'open' ? point.values[spend.length + c]! : 1);
  const unpaid = program.useCosts[of]!.map((cost, c) => -cost * (1 - shareOf(c)));
  bounds.forEach((bound, k) => {
    const [c, x] = [Math.floor(k / periods), spend[k]!];
    const above = heightInMixture(program, point, k, of) - heightAt(bound, x, of);
    if (shareOf(c) < 1 - DECIDED) {
      unpaid[c] = unpaid[c]! + above;
      return;
    }
    // An amount in a gap has to be decided, whatever it brings.
    const excess = Math.max(above, isInGap(bound, x) ? Number.MIN_VALUE : 0);
    if (excess > most) [column, most] = [k, excess];
  });
  let channel = -1;
  node.uses.forEach((use, c) => {
    const spends = spend.subarray(c * periods, (c + 1) * periods).some((amount) => amount > 0);
    if (use !== 'open' || !decidesUse(task, c) || !spends || shareOf(c) > 1 - DECIDED) return;
    // Where a use is free but counts, its share is all there is to decide.
    const amount = Math.max(unpaid[c]!, Number.MIN_VALUE);
    if (amount > most) [channel, most] = [c, amount];
  });
  if (channel !== -1) return byUse(task, node, channel);
  return column === -1 ? [] : halves(node, column, bounds[column]!, spend[column]!);
}

const CLOSED = { bound: -Infinity, children: [] };

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
