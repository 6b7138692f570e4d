import type { LinearProgram } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import { clamped } from './columns.ts';
import { type Evaluated, holds, slacksAt, type ConcaveProblem } from './concave-problem.ts';
import { solveTangents } from './tangents.ts';

export interface RestoreInput {
  /** Its functions need not be concave. */
  readonly problem: ConcaveProblem;
  readonly openMaster: (program: LinearProgram) => LinearSession;
  readonly evaluate: (columns: Float64Array) => Promise<Evaluated>;
}

/** Half-widths of the box in which tangents of guards are kept, as shares of each column's range, tried in turn. */
const RADII = [0.001, 0.003, 0.01, 0.03, 0.1] as const;
/** Each step takes the error to its square or so; one that needs more leads elsewhere. */
const MOST_STEPS = 6;
/** A step aims beyond each guard by so many times what all steps before missed it by: curves lie below their tangents. */
const BEYOND = 1.5;

/**
 * A point near one that breaks guards, within the limits, at which all of them hold: the best point by tangents in the smallest box in
 * which those of the guards can be kept, again and again. Undefined where that does not lead to one soon.
 */
export async function restored(
  { problem, openMaster, evaluate }: RestoreInput,
  from: Evaluated,
): Promise<Evaluated | undefined> {
  const { lower, upper } = problem.limits.columns;
  const beyond = new Float64Array(problem.guards.length);
  let at = from;
  for (let step = 0; step < MOST_STEPS && !holds(problem.guards, at.points); step++) {
    const guards = problem.guards.map(({ of, least }, k) => ({ of, least: least + beyond[k]! }));
    let columns: Float64Array | undefined;
    for (const radius of RADII) {
      columns = solveTangents({ ...problem, guards }, at, radius, openMaster)?.point.values;
      if (columns !== undefined) break;
    }
    if (columns === undefined) return undefined;
    at = await evaluate(clamped(columns.slice(0, lower.length), lower, upper));
    slacksAt(problem.guards, at.points).forEach((slack, k) => (beyond[k] = beyond[k]! + BEYOND * Math.max(0, -slack)));
  }
  return holds(problem.guards, at.points) ? at : undefined;
}
