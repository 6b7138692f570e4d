import { openLinear } from '../../linear/solve.ts';
import type { LinearProgram } from '../../linear/program.ts';
import { climb, type ClimbInput } from '../concave/climb.ts';
import { type Evaluated, goalAt } from '../concave/concave-problem.ts';
import { roomOf } from '../concave/reach.ts';
import { restored } from '../concave/restore.ts';
import { solveTangents } from '../concave/tangents.ts';
import { scaleOf, taskOf, type Outcome, type PlanSearch } from '../search-plan.ts';
import { asDecided, problemOf } from '../task.ts';
import { goalAsks, type Wish } from './wishes.ts';

/** Half-width of a first step, as a share of each column's range, and how many steps there are at most. */
const RADIUS = 0.1;
const MOST_STEPS = 40;
/** Of the gap that is allowed, the share that a step should promise. */
const SHARE_WORTH_A_STEP = 0.25;

/** Steps towards what wishes ask are worth taking that promise more than this share of it. */
const LITTLE_ROOM = 1e-5;
/** Half-width of the box around the plan in which tangents tell what wishes cost, as a share of each column's range. */
const NEAR = 1e-3;

export interface Climbed {
  readonly spend: Float64Array;
  readonly value: number;
  /** Change of the goal per unit by which `least` of each wish rises. */
  readonly worths: readonly number[];
}

/**
 * A plan near another one that keeps wishes which need not be concave, and that no small step makes better: nothing is proven by it.
 * What costs something fixed is used where the other plan uses it. Undefined where no way leads from there to a plan that keeps them.
 */
export async function climbKeeping(
  search: PlanSearch,
  wishes: readonly Wish[],
  from: Float64Array,
): Promise<Climbed | undefined> {
  const { model, simulator, solvers, signal } = search;
  const task = await taskOf(search, simulator, wishes, goalAsks(model, search.looked.length, search.today));
  const { node, columns } = asDecided(task, from);
  const problem = problemOf(task, node, false);
  const openMaster = (program: LinearProgram) => openLinear(program, solvers);
  const evaluate = async (at: Float64Array): Promise<Evaluated> => {
    const points = await problem.evaluate(at);
    return { columns: at, value: goalAt(problem, at, points), points };
  };
  const shared = { problem, openMaster, radius: RADIUS, maxIterations: MOST_STEPS, ...(signal ? { signal } : {}) };
  const here = await evaluate(columns);
  const start = (await restored({ problem, openMaster, evaluate }, here)) ?? (await withRoom(shared, here));
  if (start === undefined) return undefined;
  const smallestGain = SHARE_WORTH_A_STEP * search.tolerance * scaleOf(search)(here.value, columns);
  const best = await climb({ ...shared, start: start.columns, smallestGain });
  if (best === undefined) return undefined;
  const { guardWorths: worths } = solveTangents(problem, best, NEAR, openMaster) ?? {
    guardWorths: wishes.map(() => 0),
  };
  return { spend: best.columns.slice(0, from.length), value: best.value, worths };
}

/** A point to which steps lead that make the room of all wishes larger; undefined where they end before all hold. */
async function withRoom(
  shared: Omit<ClimbInput, 'start' | 'smallestGain'>,
  { columns, points }: Evaluated,
): Promise<Evaluated | undefined> {
  const problem = roomOf(shared.problem, points);
  const found = await climb({ ...shared, problem, start: columns, enough: 0, smallestGain: LITTLE_ROOM });
  return found !== undefined && found.value >= 0 ? found : undefined;
}

/** An outcome with what wishes are worth at a plan. */
export function withWorths(outcome: Outcome, worths: readonly number[]): Outcome {
  return { ...outcome, search: { ...outcome.search, guardWorths: worths } };
}
