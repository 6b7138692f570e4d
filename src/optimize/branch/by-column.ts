import { Cancelled } from '../../errors.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { LinearProgram } from '../../linear/program.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { solveLinear } from '../../linear/solve.ts';
import { MasterFailed } from '../concave/master-failed.ts';
import { clamped } from '../concave/columns.ts';
import type { FunctionPoint } from '../concave/concave-problem.ts';
import { nearestProgram } from '../concave/start.ts';
import { piecesOf } from '../pieces.ts';
import { asDecided, planOf, problemOf, type Node, type Task } from '../task.ts';
import type { BranchResult } from './branch.ts';
import { heightAt } from './column-bound.ts';
import { searchBounds, type Proposed } from './column-program.ts';
import { decidedNode } from './decide.ts';
import { broughtNearer, firstBounds, withWeighing } from './nearer-bounds.ts';
import type { Found, NodeSearch } from './node.ts';
import { byWeighing, useCostsByWeighing, weighed, worldsOfGoal, type Weighed, type Weighing } from './weighing.ts';

/** Far more rounds than any search takes: each adds what is missing in all columns at once. */
const MOST_ROUNDS = 100;
/** Of the gap that is left, what a search of the bounds may leave open. */
const SHARE_LEFT_OPEN = 0.2;
/** The same bounds are searched again when this share of what stayed open the last time is enough to leave open. */
const MUCH_CLOSER = 0.9;
/** A weighing that counts for no more than this share of the goal where bounds are best is not brought nearer. */
const LEAST_SHARE = 1e-6;
/** Of the gap that is allowed, what all columns together may keep before any is looked at more closely. */
const SHARE_OF_COLUMNS = 0.3;

/**
 * Whether every draw is a sum of functions of one column each, and the goal a mean of draws, of the worst of them, or the least of such
 * over worlds. Nothing else has to be reached.
 */
export function isByColumn(task: Task): boolean {
  const { costly, guards, model } = task;
  const worlds = worldsOfGoal(task);
  if (worlds === undefined || guards.length > 0) return false;
  const { count, ofColumn } = piecesOf(model);
  if (count < ofColumn.length) return false;
  const isMean = worlds.length === 1 && worlds[0]!.terms.every(({ ask }) => ask.kind === 'mean');
  // Envelopes by draw count what loses on purpose for nothing; chords count it at what it loses at least.
  if (isMean && task.shared) return false;
  if (!costly.includes(true)) return true;
  // Hours of use take time from what spend brings: then a use costs more than is known of it beforehand.
  return model.resources.every(({ capacity }) => capacity === undefined);
}

/**
 * The best plan where {@link isByColumn}, whatever shape the functions have. Each has an upper bound of lines, interval
 * by interval: the mean over all draws of each draw's concave envelope within an interval is concave and nowhere below
 * the function there, so that its tangents are such lines. The sum of the bounds is searched by branch and bound, which
 * asks for no draws; then they are brought nearer to the functions at the plan found, in all columns at once.
 *
 * Where worst draws count, the goal is the least of all sums in which draws count more or less, so that it lies below any of them:
 * there is a bound for each of a few such weighings, those of plans met on the way, and the least counts.
 */
export async function searchByColumn(
  search: NodeSearch,
  root: Node,
  wished: Float64Array,
): Promise<BranchResult<Found>> {
  const { task, signal, scale, tolerance } = search;
  const worlds = worldsOfGoal(task)!;
  const evaluate = async (spend: Float64Array, known: readonly Weighing[]): Promise<Looked> => {
    const { node, columns } = asDecided(task, spend);
    const used = node.uses.map((use) => use === 'used');
    const { value, ...looked } = await weighed(task, worlds, { plan: planOf(spend, task.model), used }, known);
    return { columns, ...looked, value: value + sumOfProducts(task.perSpend, spend) };
  };
  const start = solveLinear(nearestProgram(problemOf(task, root, false).limits, wished), task.solvers);
  if (start.status !== 'optimal') return { value: -Infinity, bound: -Infinity, found: undefined, nodes: 0 };

  const first = clamped(start.values.slice(0, root.lower.length), root.lower, root.upper);
  const atFirst = await evaluate(first, []);
  let best = decidedNode(task, root, first).asProposed ? atFirst : undefined;
  let { weighings } = atFirst;
  let bounds = await firstBounds(task, root, search.bent, weighings);
  let useCosts = await useCostsByWeighing(task, weighings);
  let bound = Infinity;
  let boundKind: LinearPoint['boundKind'] = 'proven';
  let worstViolation = 0;
  let last: Proposed | undefined;
  let nodes = 0;
  /** What is open in all between the bound and a plan, and what of it may stay so. */
  const gapOf = ({ value }: Pick<Looked, 'value'>) => (bound < Infinity ? Math.max(0, bound - value) : 0);
  const allowed = ({ value, columns }: Pick<Looked, 'value' | 'columns'>) => tolerance * scale(value, columns);
  const mayStayOpen = (at: Pick<Looked, 'value' | 'columns'>) => SHARE_LEFT_OPEN * Math.max(allowed(at), gapOf(at));
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (bound < Infinity && signal?.aborted) break;
    const open = best && mayStayOpen(best);
    const proposed = await searchBounds(
      task,
      root,
      { bounds, useCosts, constants: weighings.map(({ constant }) => constant) },
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
    last = proposed.found;
    if (last.point.boundKind === 'numerical') boundKind = 'numerical';
    const { spend } = last;
    const plan = planOf(spend, task.model);
    const here = await evaluate(spend, weighings);
    if (best === undefined || here.value > best.value) best = here;
    const gap = gapOf(best) / scale(best.value, best.columns);
    search.onProgress?.({ iteration: round, value: best.value, bound, gap });
    if (bound - best.value <= allowed(best)) break;

    const smallest = SHARE_OF_COLUMNS * allowed(best);
    // Uses that cost something are told apart from what spend brings, which is all that bounds are of.
    let points = task.costly.includes(true) ? await byWeighing(task, weighings, { plan }) : here.points;
    const excess = bounds.flatMap((own, k) => points.map((all, of) => heightAt(own, spend[k]!, of) - all[k]!.value));
    worstViolation = Math.max(worstViolation, -Math.min(...excess) / scale(best.value, best.columns));
    const { active } = here;
    const used = channelsUsed(plan);
    const lacksWeighing =
      active.weights !== undefined &&
      Math.min(...sumsOf(points, weighings, useCosts, used)) + sumOfProducts(task.perSpend, spend) >
        best.value + smallest;
    if (lacksWeighing) {
      points = [...points, ...(await byWeighing(task, [active], { plan }))];
      weighings = [...weighings, active];
      bounds = await withWeighing(task, bounds, active, spend);
      useCosts = [...useCosts, ...(await useCostsByWeighing(task, [active]))];
    }
    const sums = sumsOf(points, weighings, useCosts, used);
    const of = sums.indexOf(Math.min(...sums));
    const values = points[of]!.map(({ value }) => value);
    const { ofWeighings } = last.prices;
    const nearer = await broughtNearer(
      task,
      weighings,
      bounds,
      { spend, values, of },
      smallest / spend.length,
      weighings.map((_, other) => !(ofWeighings[other]! <= LEAST_SHARE)),
    );
    // Bounds that are near enough at the plan may be searched more closely.
    if (nearer === undefined && !lacksWeighing && mayStayOpen(best) > MUCH_CLOSER * (open ?? 0)) break;
    bounds = nearer ?? bounds;
  }
  if (bound === Infinity) throw new Cancelled();
  if (best === undefined) return { value: -Infinity, bound, found: undefined, nodes };
  const spend = best.columns.slice(0, root.lower.length);
  const truth = problemOf(task, asDecided(task, spend).node, false);
  const found: Found['search'] = {
    best: { columns: best.columns, value: best.value, points: await truth.evaluate(best.columns) },
    bound: Math.max(bound, best.value),
    boundKind,
    gap: gapOf(best) / scale(best.value, best.columns),
    iterations: nodes,
    worstViolation,
    ...(last === undefined ? {} : { last: await pricedAt(task, truth.limits, weighings, last, spend) }),
    guardWorths: [],
    cuts: [],
  };
  search.onSearch?.(found);
  return { value: best.value, bound: found.bound, found: { spend, search: found }, nodes };
}

/**
 * A plan as a point of the program of its limits alone, at prices that were found: a column that is held by a bound of its own has what the
 * next unit in it would bring for a price.
 */
async function pricedAt(
  task: Task,
  { columns, rows }: LinearProgram,
  weighings: readonly Weighing[],
  { point, prices: { ofLimits, ofWeighings } }: Proposed,
  spend: Float64Array,
): Promise<LinearPoint> {
  const points = await byWeighing(task, weighings, { plan: planOf(spend, task.model) });
  const prices = spend.map((_, k) =>
    points.reduce((sum, own, of) => sum + (ofWeighings[of] ?? 0) * own[k]!.slope[0]!, columns.cost[k]!),
  );
  for (const [row, price] of ofLimits.entries()) {
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      const k = rows.indices[at]!;
      if (k < prices.length) prices[k] = prices[k]! - price * rows.values[at]!;
    }
  }
  return { ...point, values: spend, rowDuals: ofLimits, reducedCosts: prices };
}

/** A plan with its goal, and what weighings make of it. */
interface Looked extends Weighed {
  readonly columns: Float64Array;
}

/** By weighing, what all columns bring together, with what the channels that are used cost. */
function sumsOf(
  points: readonly (readonly FunctionPoint[])[],
  weighings: readonly Weighing[],
  useCosts: readonly Float64Array[],
  used: readonly boolean[],
): readonly number[] {
  return weighings.map(({ constant }, of) => {
    const brought = points[of]!.reduce((sum, { value }) => sum + value, constant);
    return useCosts[of]!.reduce((sum, cost, c) => (used[c]! ? sum + cost : sum), brought);
  });
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  return b.reduce((sum, value, k) => sum + a[k]! * value, 0);
}
