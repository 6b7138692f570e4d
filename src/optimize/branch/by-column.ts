import { Cancelled } from '../../errors.ts';
import type { PlanBox } from '../../simulate/plan-box.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { solveLinear } from '../../linear/solve.ts';
import { answers } from '../asks.ts';
import { MasterFailed } from '../concave/master-failed.ts';
import { clamped } from '../concave/columns.ts';
import { type Evaluated, goalAt, type FunctionPoint } from '../concave/concave-problem.ts';
import { nearestProgram } from '../concave/start.ts';
import { asDecided, planOf, problemOf, type Node, type Task } from '../task.ts';
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
import { searchBounds } from './column-program.ts';
import { decidedNode } from './decide.ts';
import { pieceOf } from './hull-program.ts';
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

/** Whether the goal is a sum of functions of one column each, less what uses cost, and nothing else has to be reached. */
export function isByColumn({ goal, asks: [ask, ...others], costly, model }: Task): boolean {
  return (
    goal.length === 1 &&
    ask?.kind === 'mean' &&
    ask.pieces.count === ask.pieces.ofColumn.length &&
    others.length === 0 &&
    // Hours of use take time from what spend brings: then a use costs more than is known of it beforehand.
    (!costly.includes(true) || model.resources.every(({ capacity }) => capacity === undefined))
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
  const evaluate = async (spend: Float64Array): Promise<Evaluated> => {
    const { node, columns } = asDecided(task, spend);
    const truth = problemOf(task, node, false);
    const points = await truth.evaluate(columns);
    return { columns, value: goalAt(truth, columns, points), points };
  };
  const start = solveLinear(nearestProgram(problemOf(task, root, false).limits, wished), task.solvers);
  if (start.status !== 'optimal') return { value: -Infinity, bound: -Infinity, found: undefined, nodes: 0 };

  const first = clamped(start.values.slice(0, root.lower.length), root.lower, root.upper);
  let best = decidedNode(task, root, first).asProposed ? await evaluate(first) : undefined;
  let bounds = await firstBounds(task, root, search.bent);
  let bound = Infinity;
  let boundKind: LinearPoint['boundKind'] = 'proven';
  let worstViolation = 0;
  let last: LinearPoint | undefined;
  let nodes = 0;
  /** What is open in all between the bound and a plan, and what of it may stay so. */
  const gapOf = ({ value }: Pick<Evaluated, 'value'>) => (bound < Infinity ? Math.max(0, bound - value) : 0);
  const allowed = ({ value, columns }: Pick<Evaluated, 'value' | 'columns'>) => tolerance * scale(value, columns);
  const mayStayOpen = (at: Pick<Evaluated, 'value' | 'columns'>) => SHARE_LEFT_OPEN * Math.max(allowed(at), gapOf(at));
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (bound < Infinity && signal?.aborted) break;
    const open = best && mayStayOpen(best);
    const proposed = await searchBounds(
      task,
      root,
      bounds,
      (value, columns) => open ?? mayStayOpen({ value, columns }),
    ).catch((error: unknown) => {
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
    if (best === undefined || here.value > best.value) best = here;
    const gap = gapOf(best) / scale(best.value, best.columns);
    search.onProgress?.({ iteration: round, value: best.value, bound, gap });
    if (bound - best.value <= allowed(best)) break;

    const values = await valuesByColumn(task, here);
    const excess = bounds.map((own, k) => heightAt(own, spend[k]!) - values[k]!);
    worstViolation = Math.max(worstViolation, -Math.min(...excess) / scale(best.value, best.columns));
    const smallest = (SHARE_OF_COLUMNS * allowed(best)) / (spend.length * task.goal[0]!.weight);
    const nearer = await broughtNearer(task, bounds, spend, values, smallest);
    // Bounds that are near enough at the plan may be searched more closely.
    if (nearer === undefined && mayStayOpen(best) > MUCH_CLOSER * (open ?? 0)) break;
    bounds = nearer ?? bounds;
  }
  if (bound === Infinity) throw new Cancelled();
  if (best === undefined) return { value: -Infinity, bound, found: undefined, nodes };
  const found: Found['search'] = {
    best,
    bound: Math.max(bound, best.value),
    boundKind,
    gap: gapOf(best) / scale(best.value, best.columns),
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

/** Tangents of the envelopes over all that each column can get, or what it brings where it gets nothing. */
async function firstBounds(task: Task, { lower, upper }: Node, bent: boolean): Promise<readonly ColumnBound[]> {
  const { leastIfUsed } = task;
  const from = lower.map((least, k) => Math.max(least, leastIfUsed[k]!));
  const to = upper.map((most, k) => Math.max(most, from[k]!));
  let used: ColumnBound = Array.from(from, (least, k) => ({ from: least, to: to[k]!, lines: [], bent }));
  for (const share of FIRST_LOOKS) {
    const lines = await tangents(
      task,
      from,
      to,
      from.map((least, k) => least + share * (to[k]! - least)),
    );
    used = used.map((interval, k) => ({ ...interval, lines: [...interval.lines, lines[k]!] }));
  }
  if (!leastIfUsed.some((least, k) => least > lower[k]!)) return used.map((interval) => [interval]);
  const none = new Float64Array(lower.length);
  const nothing = await tangents(task, none, none, none);
  return used.map((interval, k) => {
    if (leastIfUsed[k]! <= lower[k]!) return [interval];
    const unused = { from: 0, to: 0, lines: [nothing[k]!], bent: false };
    return leastIfUsed[k]! > upper[k]! ? [unused] : lower[k]! > 0 ? [interval] : [unused, interval];
  });
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

/** Tangents at a plan of each column's envelope within bounds, as long as its use costs nothing. */
async function tangents(
  task: Task,
  lower: Float64Array,
  upper: Float64Array,
  at: Float64Array,
): Promise<readonly Line[]> {
  const { model } = task;
  const points = await freely(task, at, { lower: planOf(lower, model), upper: planOf(upper, model) });
  return Array.from(at, (x, k) => {
    const { value, slope } = points[pieceOf(task, k)]!;
    return { at: x, value, slope: slope[0]! };
  });
}

/** What each column brings at a plan, as long as its use costs nothing. */
async function valuesByColumn(task: Task, { columns, points }: Evaluated): Promise<readonly number[]> {
  const spend = columns.slice(0, task.linear.lower.length);
  const free = task.costly.includes(true) ? await freely(task, spend) : points;
  return Array.from(spend, (_, k) => free[pieceOf(task, k)]!.value);
}

/** The goal at a plan without costs of use, piece by piece. */
function freely(
  { asks, model, simulator }: Task,
  spend: Float64Array,
  box?: PlanBox,
): Promise<readonly FunctionPoint[]> {
  const used = model.channels.map(() => false);
  return answers(model, simulator, asks, { plan: planOf(spend, model), used, ...(box === undefined ? {} : { box }) });
}
