import { Cancelled } from '../errors.ts';
import { openLinear } from '../linear/solve.ts';
import { climb } from './concave/climb.ts';
import { goalAt } from './concave/concave-problem.ts';
import type { OptimizeInput } from './optimize-input.ts';
import { scaleOf, taskOf } from './search-plan.ts';
import { spendProgram } from './spend-program.ts';
import { asDecided, problemOf } from './task.ts';
import { drawsOfToday, goalAsks } from './wishes/wishes.ts';

/** An amount may become so many times the largest one that it is climbed from; where that ends it, one climbs again. */
const ROOM = 4;
const AT_THE_END = 0.999;
/** Half-width of a first step along tangents alone, as a share of that room, and how many of them there are at most. */
const RADIUS = 0.05;
const MOST_STEPS = 30;

/**
 * The plan, by column, to which the slopes of the goal lead from another one: within the limits, money moves to where its
 * next unit brings more until it brings the same everywhere, but for what promises less than `tolerance`. That is the best
 * plan where returns diminish from the first unit of money on; elsewhere it is one that no small change makes better. What
 * costs something fixed is used where the other plan uses it. For goals that are means, without targets.
 *
 * @param from  spend by column, which keeps the limits; they bound spend as a whole
 * @throws Cancelled  when it is stopped before it is there
 */
export async function climbFrom(input: OptimizeInput, from: Float64Array, tolerance: number): Promise<Float64Array> {
  const { model, simulator, solvers, signal } = input;
  const program = spendProgram(model);
  const cap = ROOM * Math.max(...from);
  const linear = { ...program, upper: program.upper.map((bound) => Math.min(bound, cap)) };
  const today = await drawsOfToday(model, simulator, 1);
  const search = { ...input, linear, today, tolerance };
  const task = await taskOf(search, simulator, [], goalAsks(model, 1, today));
  const { node, columns } = asDecided(task, from);
  const problem = problemOf(task, node, false);
  const value = goalAt(problem, columns, await problem.evaluate(columns));
  const best = await climb({
    problem,
    openMaster: (master) => openLinear(master, solvers),
    start: columns,
    radius: RADIUS,
    smallestGain: tolerance * scaleOf(search)(value, columns),
    maxIterations: MOST_STEPS,
    ...(signal === undefined ? {} : { signal }),
  });
  if (signal?.aborted) throw new Cancelled();
  const spend = best!.columns.slice(0, from.length);
  const isEnded = spend.some((amount, k) => amount >= AT_THE_END * cap && program.upper[k]! > cap);
  return isEnded ? climbFrom(input, spend, tolerance) : spend;
}
