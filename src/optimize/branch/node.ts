import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import { keepsLimits } from '../../linear/keeps.ts';
import { openLinear, solveLinear } from '../../linear/solve.ts';
import type { LinearProgram } from '../../linear/program.ts';
import { boxStep, type BoxStepProgress, type BoxStepResult } from '../concave/box-step.ts';
import { MasterFailed, unlessMasterFails } from '../concave/master-failed.ts';
import { type Evaluated, goalAt, holds, type ConcaveProblem } from '../concave/concave-problem.ts';
import type { NodeResult } from './branch.ts';
import { climb } from '../concave/climb.ts';
import { clamped } from '../concave/columns.ts';
import { decidedNode } from './decide.ts';
import { divide } from './divide.ts';
import { keyOfPart, remember, type KnownParts } from './known-parts.ts';
import { reachGuards } from '../concave/reach.ts';
import { remembered } from '../concave/remembered.ts';
import { restored } from '../concave/restore.ts';
import type { Cut } from '../concave/cuts.ts';
import { nearestProgram } from '../concave/start.ts';
import type { StopSign } from '../stop-sign.ts';
import { asDecided, planOf, problemOf, withLeastUses, withUsesOf, type Node, type Task } from '../task.ts';
import { tightened } from './tighten.ts';
import { UNEXPLAINED } from './unexplained.ts';

/** A plan that satisfies everything, and the search that it came from. */
export interface Found {
  readonly spend: Float64Array;
  /** The last search in the node where it was found. */
  readonly search: BoxStepResult;
}

export interface NodeSearch {
  readonly task: Task;
  /** Whether curves have to be replaced by their envelopes for tangents to prove anything. */
  readonly bent: boolean;
  /** Whether anything has to be replaced by what is concave and nowhere below it. */
  readonly relaxed: boolean;
  readonly tolerance: number;
  readonly scale: (value: number, columns: Float64Array) => number;
  readonly radius: number;
  readonly maxIterations: number;
  readonly onProgress?: (state: BoxStepProgress) => void;
  readonly signal?: StopSign;
  /** Of earlier searches on the same draws; what is learnt here is added. */
  readonly known?: KnownParts;
  /** Tells the whole search what a node took and whether all that was assumed held. */
  readonly onSearch?: (search: Pick<BoxStepResult, 'iterations' | 'worstViolation'> & Partial<BoxStepResult>) => void;
}

/** Steps of a local search: more than well-behaved problems need. */
const MOST_CLIMB = 60;
const CLIMB_RADIUS = 0.2;
/** Of the gap that is allowed, the share that a step of a local search should promise. */
const SHARE_WORTH_A_STEP = 0.25;

/** Solves the relaxation of a node from a wished spend, looks for a plan that satisfies everything, and divides it. */
export async function solveNode(
  search: NodeSearch,
  whole: Node,
  wished: Float64Array,
  incumbent: number,
): Promise<NodeResult<Node, Found>> {
  const { task, tolerance, scale, signal } = search;
  const bounds = tightened(task.tightenedBy, task.model.periods, whole, task.leastIfUsed);
  if (bounds === undefined) return CLOSED;
  // The root keeps the planner's own bounds: tighter ones would take prices from the limits that they follow from.
  const part: Node = isRoot(task, whole) ? whole : withUsesOf({ ...whole, ...bounds }, task.model.periods);
  const key = search.known === undefined ? '' : keyOfPart(task, part, search.relaxed);
  const before = search.known?.get(key);
  const node: Node = before === undefined ? part : { ...part, warm: before };
  const problem = remembered(problemOf(task, node, search.relaxed));
  const openMaster = (program: LinearProgram) => openLinear(program, task.solvers, UNEXPLAINED);
  const from = nearestStart(task, node, problem, node.warm?.spend ?? wished);
  if (from === undefined) return CLOSED;
  const shared = {
    openMaster,
    maxIterations: search.maxIterations,
    ...(signal === undefined ? {} : { signal }),
  };
  let begin: { readonly start: Float64Array; readonly inside?: Float64Array } = { start: from };
  let inside: NonNullable<Node['warm']>['inside'];
  if (problem.guards.length > 0) {
    const known = node.warm?.inside;
    const near = known && nearestStart(task, node, problem, known.spend);
    const reached = await unlessTooParallel(known?.cuts, (cuts) =>
      reachGuards({ ...shared, problem, start: near ?? from, radius: search.radius, ...(cuts && { cuts }) }),
    );
    search.onSearch?.(reached);
    if (reached.status === 'unreachable') return CLOSED;
    begin = { start: from, inside: reached.point.columns };
    inside = { spend: reached.point.columns.slice(0, node.lower.length), cuts: reached.cuts };
  }
  const found = await unlessTooParallel(node.warm?.cuts, (cuts) =>
    boxStep({
      ...shared,
      ...begin,
      problem,
      radius: search.radius,
      ...(cuts && { cuts }),
      cutsOfOther: before !== undefined,
      tolerance,
      scale,
      enough: (_value, bound) => bound <= incumbent,
      ...(search.onProgress === undefined ? {} : { onProgress: search.onProgress }),
    }),
  ).catch((error: unknown) => {
    // Tangents tell that guards which were reached but for rounding cannot hold.
    if (problem.guards.length > 0 && error instanceof MasterFailed && error.status === 'infeasible') return undefined;
    throw error;
  });
  if (found === undefined) return CLOSED;
  search.onSearch?.(found);
  const warm = {
    spend: found.best.columns.slice(0, node.lower.length),
    cuts: found.cuts,
    ...(inside && { inside }),
  };
  if (search.known !== undefined) remember(search.known, key, warm);
  if (found.bound <= incumbent) return { bound: found.bound, children: [] };
  const { candidate, exact } = await candidateOf(search, node, found, incumbent);
  return {
    bound: found.bound,
    ...(candidate === undefined ? {} : { candidate }),
    children: exact
      ? []
      : (await divide(task, node, found.best.columns, search.bent)).map((child) => ({ ...child, warm })),
  };
}

/** A search with tangents that are known to hold: those of a larger part can be all but parallel to those of this one, which solvers fail on. */
async function unlessTooParallel<Result>(
  cuts: readonly Cut[] | undefined,
  run: (cuts?: readonly Cut[]) => Promise<Result>,
): Promise<Result> {
  return run(cuts).catch((error: unknown) => {
    if (cuts === undefined || !(error instanceof MasterFailed)) throw error;
    return run();
  });
}

/** The point of a node that is nearest to a wished spend; undefined when it has none. */
function nearestStart(task: Task, node: Node, { limits }: ConcaveProblem, wished: Float64Array) {
  const asWished = withLeastUses(task, node, wished);
  if (keepsLimits(limits, asWished)) return asWished;
  const near = solveLinear(nearestProgram(limits, wished), task.solvers, UNEXPLAINED);
  if (near.status !== 'optimal') return undefined;
  return withLeastUses(task, node, clamped(near.values.slice(0, node.lower.length), node.lower, node.upper));
}

const CLOSED: NodeResult<Node, Found> = { bound: -Infinity, children: [] };

function isRoot({ linear }: Task, node: Node): boolean {
  return node.lower === linear.lower && node.upper === linear.upper;
}

/**
 * The best plan near what the relaxation proposes that satisfies everything in truth; `exact` when that is what the
 * relaxation proposed, at the same worth, so that dividing the node would gain nothing.
 */
async function candidateOf(
  search: NodeSearch,
  node: Node,
  found: BoxStepResult,
  incumbent: number,
): Promise<Pick<NodeResult<Node, Found>, 'candidate'> & { readonly exact: boolean }> {
  const { task, scale, tolerance } = search;
  const proposed = found.best.columns.subarray(0, node.lower.length);
  const decided = decidedNode(task, node, proposed);
  const asProposed = decided.asProposed && !search.relaxed;
  if (asProposed && decided.paid) {
    return { candidate: { value: found.best.value, found: { spend: proposed.slice(), search: found } }, exact: true };
  }
  const truth = problemOf(task, decided.node, false);
  const near = await truePoint(search, truth, found.best.columns, decided.asProposed, incumbent, found.bound);
  if (near === undefined) return { exact: false };
  const point = await withoutIdleUses(task, node, near);
  const candidate = { value: point.value, found: { spend: point.columns.slice(0, node.lower.length), search: found } };
  const close = found.bound - point.value <= tolerance * scale(point.value, point.columns);
  return { candidate, exact: close };
}

/** A point with nothing paid for channels in which it spends nothing after all. */
async function withoutIdleUses(task: Task, node: Node, point: Evaluated): Promise<Evaluated> {
  const spend = point.columns.slice(0, node.lower.length);
  const idle = channelsUsed(planOf(spend, task.model)).some((used, c) => !used && task.costly[c]!);
  if (!idle) return point;
  const { node: actual, columns } = asDecided(task, spend);
  const truth = problemOf(task, actual, false);
  const points = await truth.evaluate(columns);
  const value = goalAt(truth, columns, points);
  return value > point.value && holds(truth.guards, points) ? { columns, value, points } : point;
}

/** Where the truth is no better than this at a proposal, no local search is begun from it. */
const WORTH_CLIMBING = 0.02;

async function truePoint(
  search: NodeSearch,
  truth: ConcaveProblem,
  proposed: Float64Array,
  feasible: boolean,
  incumbent: number,
  bound: number,
): Promise<Evaluated | undefined> {
  const { task, scale, signal, tolerance } = search;
  const openMaster = (program: LinearProgram) => openLinear(program, task.solvers, UNEXPLAINED);
  const options = {
    openMaster,
    radius: CLIMB_RADIUS,
    maxIterations: MOST_CLIMB,
    ...(signal === undefined ? {} : { signal }),
  };
  let start = withUses(truth, proposed);
  if (!feasible) {
    const near = solveLinear(
      nearestProgram(truth.limits, proposed.subarray(0, task.linear.lower.length)),
      task.solvers,
      UNEXPLAINED,
    );
    if (near.status !== 'optimal') return undefined;
    const { lower, upper } = truth.limits.columns;
    start = clamped(near.values.slice(0, lower.length), lower, upper);
  }
  const at = async (columns: Float64Array): Promise<Evaluated> => {
    const points = await truth.evaluate(columns);
    return { columns, value: goalAt(truth, columns, points), points };
  };
  const here = await at(start);
  const allowed = holds(truth.guards, here.points);
  // Where curves are concave, dividing finds the best of each decision by itself.
  if (!search.relaxed) return allowed ? here : undefined;
  if (allowed && bound - here.value <= tolerance * scale(here.value, start)) return here;
  const isPoor = ({ value }: Evaluated) => value < incumbent - WORTH_CLIMBING * scale(incumbent, start);
  if (allowed && isPoor(here)) return here;
  let from = allowed ? here : await restored({ problem: truth, openMaster, evaluate: at }, here);
  if (from === undefined) {
    if (incumbent > -Infinity) return undefined;
    const reached = await unlessMasterFails(reachGuards({ ...options, problem: truth, start }));
    if (reached?.status !== 'reached') return undefined;
    from = reached.point;
    if (isPoor(from)) return from;
  }
  const smallestGain = SHARE_WORTH_A_STEP * tolerance * scale(here.value, here.columns);
  return climb({ ...options, problem: truth, start: from.columns, smallestGain });
}

/** Columns of use at what the node says, since what is decided costs what it costs. */
function withUses({ limits }: ConcaveProblem, columns: Float64Array): Float64Array {
  return columns.map((value, k) => Math.max(limits.columns.lower[k]!, Math.min(limits.columns.upper[k]!, value)));
}
