import { Cancelled } from '../../errors.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { solveLinear } from '../../linear/solve.ts';
import { answers } from '../asks.ts';
import { MasterFailed } from '../concave/box-step.ts';
import { type Evaluated, goalAt, type FunctionPoint } from '../concave/concave-problem.ts';
import { nearestProgram } from '../concave/start.ts';
import { planOf, problemOf, type Node, type Task } from '../task.ts';
import type { BranchResult } from './branch.ts';
import {
  cutAt,
  heightAt,
  intervalAt,
  withLine,
  type BoundedInterval,
  type ColumnBound,
  type Line,
} from './column-bound.ts';
import { pieceOf, searchBounds } from './column-program.ts';
import type { Found, NodeSearch } from './node.ts';

/** Where the first tangents are taken, as shares of what each column can get. */
const FIRST_LOOKS = [0, 0.05, 0.15, 0.4, 1] as const;
/** Far more rounds than any search takes: each adds what is missing in all columns at once. */
const MOST_ROUNDS = 100;
/** Of the gap that is left, what a search of the bounds may leave open. */
const SHARE_LEFT_OPEN = 0.2;
/** The same bounds are searched again when this share of what stayed open the last time is enough to leave open. */
const MUCH_CLOSER = 0.9;
/** Of the gap that is allowed, what all columns together may keep before any is looked at more closely. */
const SHARE_OF_COLUMNS = 0.3;
/** Of what a bound lies above the function, the share that a tangent should take away; else the interval is cut. */
const WORTH_A_TANGENT = 0.5;
/** An interval narrower than this share of its upper end is not cut, nor is any nearer to its ends than this share. */
const NARROW = 1e-6;

/** Whether the goal is a sum of functions of one column each, and nothing else has to be reached or decided. */
export function isByColumn({ goal, asks: [ask, ...others], costly, mostUsed, leastIfUsed }: Task): boolean {
  return (
    goal.length === 1 &&
    ask?.kind === 'mean' &&
    ask.pieces.count === ask.pieces.ofColumn.length &&
    others.length === 0 &&
    !costly.includes(true) &&
    mostUsed.length === 0 &&
    leastIfUsed.every((least) => least === 0)
  );
}

/**
 * The best plan where {@link isByColumn}, whatever shape the functions have. Each has an upper bound of lines, interval
 * by interval: the mean over all draws of each draw's concave envelope within an interval is concave and nowhere below
 * the function there, so that its tangents are such lines. The sum of the bounds is searched by branch and bound, which
 * asks for no draws; then they are brought nearer to the functions at the plan found, in all columns at once.
 */
export async function searchByColumn(
  search: NodeSearch,
  root: Node,
  wished: Float64Array,
): Promise<BranchResult<Found>> {
  const { task, signal, scale, tolerance } = search;
  const truth = problemOf(task, root, false);
  const evaluate = async (spend: Float64Array): Promise<Evaluated> => {
    const columns = Float64Array.from([...spend, ...root.uses.map(() => 1)]);
    const points = await truth.evaluate(columns);
    return { columns, value: goalAt(truth, columns, points), points };
  };
  const start = solveLinear(nearestProgram(truth.limits, wished), task.solvers);
  if (start.status !== 'optimal') return { value: -Infinity, bound: -Infinity, found: undefined, nodes: 0 };

  let best = await evaluate(start.values.slice(0, root.lower.length));
  let bounds = await firstBounds(task, root);
  let bound = Infinity;
  let boundKind: LinearPoint['boundKind'] = 'proven';
  let worstViolation = 0;
  let last: LinearPoint | undefined;
  let nodes = 0;
  const allowed = () => tolerance * scale(best.value, best.columns);
  const gap = () => Math.max(0, bound - best.value) / scale(best.value, best.columns);
  const mayStayOpen = () =>
    SHARE_LEFT_OPEN * Math.max(allowed(), bound < Infinity ? Math.max(0, bound - best.value) : 0);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (bound < Infinity && signal?.aborted) break;
    const open = mayStayOpen();
    const proposed = await searchBounds(task, root, bounds, open).catch((error: unknown) => {
      // What no solver can handle leaves the best plan and the bound proved so far.
      if (error instanceof MasterFailed && bound < Infinity) return undefined;
      throw error;
    });
    if (proposed === undefined) break;
    nodes += proposed.nodes;
    bound = Math.min(bound, proposed.bound);
    if (proposed.found === undefined) break;
    ({ last } = proposed.found);
    if (last.boundKind === 'numerical') boundKind = 'numerical';
    const { spend } = proposed.found;
    const here = await evaluate(spend);
    if (here.value > best.value) best = here;
    search.onProgress?.({ iteration: round, value: best.value, bound, gap: gap() });
    if (bound - best.value <= allowed()) break;

    const values = valuesByColumn(task, here.points);
    const excess = bounds.map((own, k) => heightAt(own, spend[k]!) - values[k]!);
    worstViolation = Math.max(worstViolation, -Math.min(...excess) / scale(best.value, best.columns));
    const smallest = (SHARE_OF_COLUMNS * allowed()) / (spend.length * task.goal[0]!.weight);
    const nearer = await broughtNearer(task, bounds, spend, values, smallest);
    // Bounds that are near enough at the plan may be searched more closely.
    if (nearer === undefined && mayStayOpen() > MUCH_CLOSER * open) break;
    bounds = nearer ?? bounds;
  }
  if (bound === Infinity) throw new Cancelled();
  const found: Found['search'] = {
    best,
    bound: Math.max(bound, best.value),
    boundKind,
    gap: gap(),
    iterations: nodes,
    worstViolation,
    ...(last === undefined ? {} : { last }),
    guardWorths: [],
    cuts: [],
  };
  search.onSearch?.(found);
  return {
    value: best.value,
    bound: found.bound,
    found: { spend: best.columns.slice(0, root.lower.length), search: found },
    nodes,
  };
}

/** Tangents of the envelopes over all that each column can get. */
async function firstBounds(task: Task, { lower, upper }: Node): Promise<readonly ColumnBound[]> {
  let bounds: readonly ColumnBound[] = Array.from(lower, (from, k) => [{ from, to: upper[k]!, lines: [], bent: true }]);
  for (const share of FIRST_LOOKS) {
    const lines = await tangents(
      task,
      lower,
      upper,
      lower.map((from, k) => from + share * (upper[k]! - from)),
    );
    bounds = bounds.map((bound, k) => withLine(bound, 0, lines[k]!, true));
  }
  return bounds;
}

/**
 * The bounds with what is missing where they lie above the functions by more than `smallest`: a tangent more in the
 * interval or, where that was not enough, two of its halves. Undefined when nothing is missing that can be had.
 */
async function broughtNearer(
  task: Task,
  bounds: readonly ColumnBound[],
  spend: Float64Array,
  values: readonly number[],
  smallest: number,
): Promise<readonly ColumnBound[] | undefined> {
  const intervals = bounds.map((bound, k) => intervalAt(bound, spend[k]!));
  const middles = spend.map((x, k) => middleAt(bounds[k]![intervals[k]!]!, x));
  const steps = bounds.map((bound, k): 'none' | 'tangent' | 'cut' => {
    const { from, to, bent } = bound[intervals[k]!]!;
    if (heightAt(bound, spend[k]!) - values[k]! <= smallest) return 'none';
    if (!bent) return 'tangent';
    return to - from > NARROW * to ? 'cut' : 'none';
  });
  if (steps.every((step) => step === 'none')) return undefined;
  const lower = spend.map((_, k) => bounds[k]![intervals[k]!]!.from);
  const upper = spend.map((_, k) => bounds[k]![intervals[k]!]!.to);
  const at = spend.map((x, k) => (steps[k] === 'cut' ? middles[k]! : x));
  const cut = (ends: Float64Array) => ends.map((end, k) => (steps[k] === 'cut' ? middles[k]! : end));
  const below = await tangents(task, lower, cut(upper), at);
  const above = steps.includes('cut') ? await tangents(task, cut(lower), upper, at) : below;
  return bounds.map((bound, k) => {
    const [i, x] = [intervals[k]!, spend[k]!];
    if (steps[k] === 'none') return bound;
    if (steps[k] === 'cut')
      return withLine(withLine(cutAt(bound, i, middles[k]!), i, below[k]!, false), i + 1, above[k]!, false);
    const before = heightAt(bound, x) - values[k]!;
    return withLine(bound, i, below[k]!, below[k]!.value - values[k]! > (1 - WORTH_A_TANGENT) * before);
  });
}

/** Where an interval is cut: at the amount or, where that is all but an end of it, in the middle. */
function middleAt({ from, to }: BoundedInterval, x: number): number {
  const edge = NARROW * (to - from);
  return x > from + edge && x < to - edge ? x : (from + to) / 2;
}

/** Tangents at a plan of each column's envelope within bounds. */
async function tangents(
  task: Task,
  lower: Float64Array,
  upper: Float64Array,
  at: Float64Array,
): Promise<readonly Line[]> {
  const { asks, model, simulator } = task;
  const points = await answers(model, simulator, asks, {
    plan: planOf(at, model),
    used: model.channels.map(() => true),
    box: { lower: planOf(lower, model), upper: planOf(upper, model) },
  });
  return Array.from(at, (x, k) => {
    const { value, slope } = points[pieceOf(task, k)]!;
    return { at: x, value, slope: slope[0]! };
  });
}

function valuesByColumn(task: Task, points: readonly FunctionPoint[]): readonly number[] {
  return Array.from(task.linear.lower, (_, k) => points[pieceOf(task, k)]!.value);
}
