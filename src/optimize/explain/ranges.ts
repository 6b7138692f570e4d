import type { ChannelRange, NearOptimal, RangeEnd } from '../../domain.ts';
import { Cancelled } from '../../errors.ts';
import { rowsOf } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import { openLinear } from '../../linear/solve.ts';
import { keptTargets } from './kept-targets.ts';
import { sum, valueOf, type AtPlan } from './at-plan.ts';
import { partRange } from '../concave/part-range.ts';
import { between, clamped, withParts } from '../concave/columns.ts';
import { type Evaluated, goalAt, holds, slacksAt } from '../concave/concave-problem.ts';
import { cutsAt, rowsOfCuts } from '../concave/cuts.ts';
import { tangentsProve } from './prices-at.ts';
import { reachGuards } from '../concave/reach.ts';
import { scaleOf } from '../search-plan.ts';
import { masterProgram } from '../concave/start.ts';
import { stretch } from './stretch.ts';

export interface RangesInput {
  readonly at: AtPlan;
  /** Share of the goal that may be given up. */
  readonly within: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** An end is good enough when no plan can go further by more than this share of all money. */
const ENOUGH = 0.005;
/** Solutions of the program for each end. */
const MOST_ROUNDS = 6;
/** With more columns of spend than these, tangents take longer than a search to prove anything of note. */
const MOST_COLUMNS = 200;
/** Less than this share of all money is nothing. */
const ROUNDING = 1e-9;
/** Of the way to a plan that is not good enough, the share by which a step stays on the safe side of rounding. */
const SAFE = 1 - 1e-6;
const MOST_ITERATIONS = 60;
const TRIALS_ON_THE_WAY = 3;
const RADIUS = 0.05;

/**
 * How far the total of each channel can move, the others adapting, among plans that keep all limits and wishes and whose
 * goal is within a share of the best. All ends share one linear program: tangents of the goal, which has to be that
 * good. Its solution is an outer end; the last point that is good enough on the way there from the best plan is a plan
 * that was found; the tangents at both make the program tighter (after Veinott, "The supporting hyperplane method for
 * unimodal programming", 1967). It starts from a plan that was stretched as far as possible by small changes, and is left
 * out where it proves nothing. Channels and least amounts are used as the plan uses them.
 */
export async function ranges({ at, within, onProgress }: RangesInput): Promise<NearOptimal> {
  const { model, solvers } = at.search;
  const session = openLinear(masterProgram(at.problem), solvers);
  try {
    const ends = await openEnds(at, within, session);
    const channels: ChannelRange[] = [];
    for (const [c, { name }] of model.channels.entries()) {
      const least = await ends(c, -1);
      onProgress?.(2 * c + 1, 2 * model.channels.length);
      const most = await ends(c, 1);
      onProgress?.(2 * c + 2, 2 * model.channels.length);
      channels.push({ name, least, most });
    }
    return { within, channels };
  } finally {
    session.close();
  }
}

/** Loads the tangents at the plan and the level of the goal into the program; answers with a search of single ends. */
async function openEnds(at: AtPlan, within: number, session: LinearSession) {
  const { search, problem, columns, points } = at;
  const { model, signal } = search;
  const { lower, upper } = problem.limits.columns;
  const value = valueOf(at);
  const level = value - within * scaleOf(search)(value, columns);
  const money = sum(at.spend);
  const trusted = tangentsProve(at);
  const rounds = trusted && at.spend.length <= MOST_COLUMNS ? MOST_ROUNDS : 0;

  const addCuts = ({ columns: x, points: there }: Evaluated): void => {
    if (rounds === 0) return;
    session.addRows(rowsOfCuts(problem, cutsAt(problem, there, x)).rows);
  };
  const evaluate = async (x: Float64Array): Promise<Evaluated> => {
    if (signal?.aborted) throw new Cancelled();
    const there = await problem.evaluate(x);
    const found = { columns: x, value: goalAt(problem, x, there), points: there };
    addCuts(found);
    return found;
  };
  const keeps = await keptTargets(at);
  const isGood = async ({ columns: x, value: there, points: told }: Evaluated): Promise<boolean> =>
    there >= level && holds(problem.guards, told) && keeps(x.subarray(0, at.spend.length));

  session.setColumnBounds(...boundsWithParts(at));
  session.addRows(levelRow(at, level));
  const best: Evaluated = { columns, value, points };
  addCuts(best);
  const start = await roomyStart(at, best, level, evaluate, isGood);

  const totalOf = (x: Float64Array, c: number) => sum(x.subarray(c * model.periods, (c + 1) * model.periods));
  const reached: Evaluated[] = start === best ? [best] : [best, start];

  return async (c: number, sign: 1 | -1): Promise<RangeEnd> => {
    const further = (a: Evaluated, b: Evaluated) =>
      sign * totalOf(a.columns, c) >= sign * totalOf(b.columns, c) ? a : b;
    reached.push(await stretch(at, start, c, sign, level, evaluate, isGood));
    let inner = reached.reduce(further);
    let outer = Infinity;
    session.setCosts(costsOf(at, c, sign));
    for (let round = 0; round < rounds; round++) {
      const solution = session.solve(signal === undefined ? {} : { shouldStop: () => signal.aborted });
      if (solution.status !== 'optimal') break;
      outer = Math.min(outer, solution.bound);
      if (outer - sign * totalOf(inner.columns, c) <= ENOUGH * money) break;
      const trial = await evaluate(clamped(solution.values.slice(0, lower.length), lower, upper));
      const good = (await isGood(trial)) ? trial : await onTheWay(start, trial);
      if (good === undefined) continue;
      reached.push(good);
      inner = further(good, inner);
    }
    const reachedTotal = totalOf(inner.columns, c);
    // Rounding of the way there is no spend.
    const total = reachedTotal < ROUNDING * money ? 0 : reachedTotal;
    return { total, ...(trusted && Number.isFinite(outer) ? { proven: sign * Math.max(outer, sign * total) } : {}) };
  };

  /** The last good plan on the way to one that is not: by concavity no further than where the straight lines cross. */
  async function onTheWay(from: Evaluated, to: Evaluated): Promise<Evaluated | undefined> {
    const room = [from.value - level, ...slacksAt(problem.guards, from.points)];
    const miss = [level - to.value, ...slacksAt(problem.guards, to.points).map((slack) => -slack)];
    const share = Math.min(...miss.map((by, k) => (by > 0 ? Math.max(0, room[k]!) / (Math.max(0, room[k]!) + by) : 1)));
    if (share === 0) return undefined;
    // Chances and marginal returns end somewhere on the way, nobody knows where.
    for (let trial = 0, nearer = SAFE * share; trial < TRIALS_ON_THE_WAY; trial++, nearer /= 2) {
      const found = await evaluate(clamped(between(from.columns, to.columns, nearer), lower, upper));
      if (await isGood(found)) return found;
    }
    return undefined;
  }
}

/** A good plan with room in every wish: half of what may be given up is spent on it. */
async function roomyStart(
  { search, problem }: AtPlan,
  best: Evaluated,
  level: number,
  evaluate: (x: Float64Array) => Promise<Evaluated>,
  isGood: (point: Evaluated) => Promise<boolean>,
): Promise<Evaluated> {
  if (problem.guards.length === 0) return best;
  const reached = await reachGuards({
    problem,
    start: best.columns,
    openMaster: (program) => openLinear(program, search.solvers),
    radius: RADIUS,
    maxIterations: MOST_ITERATIONS,
    ...(search.signal === undefined ? {} : { signal: search.signal }),
  });
  if (reached.status === 'unreachable') return best;
  const roomy = await evaluate(reached.point.columns);
  const share = roomy.value >= best.value ? 1 : Math.min(1, (0.5 * (best.value - level)) / (best.value - roomy.value));
  const start = await evaluate(between(best.columns, roomy.columns, share));
  return (await isGood(start)) ? start : best;
}

/** Parts of the goal kept finite, so that an outer end is plain arithmetic: no more than the tangent at the plan allows. */
function boundsWithParts({ problem, points, columns }: AtPlan): [lower: Float64Array, upper: Float64Array] {
  const { lower, upper } = problem.limits.columns;
  const range = partRange(problem, cutsAt(problem, points, columns));
  return [withParts(lower, range.lower), withParts(upper, range.upper)];
}

/** That the tangents of the goal allow at least this level. */
function levelRow({ problem }: AtPlan, level: number) {
  const { cost } = problem.limits.columns;
  const terms = [
    ...Array.from(cost, (own, k) => [k, own] as const).filter(([, own]) => own !== 0),
    ...problem.parts.map(({ weight }, part) => [cost.length + part, weight] as const),
  ];
  return rowsOf([{ terms, lower: level }]);
}

/** What makes the program maximize (1) or minimize (-1) the total of a channel. */
function costsOf({ search: { model }, problem }: AtPlan, c: number, sign: 1 | -1): Float64Array {
  const costs = new Float64Array(problem.limits.columns.cost.length + problem.parts.length);
  return costs.fill(sign, c * model.periods, (c + 1) * model.periods);
}
