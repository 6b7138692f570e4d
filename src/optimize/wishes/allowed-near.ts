import { keepsLimits } from '../../linear/keeps.ts';
import { solveLinear } from '../../linear/solve.ts';
import { clamped } from '../concave/columns.ts';
import { holds } from '../concave/concave-problem.ts';
import { nearestProgram } from '../concave/start.ts';
import { asDecided, problemOf, type Task } from '../task.ts';

/** The plan next to a wished one that keeps all limits, with the same channels; undefined where there is none or it misses a wish. */
export async function allowedNear(task: Task, wished: Float64Array): Promise<Float64Array | undefined> {
  const { node, columns } = asDecided(task, wished);
  const truth = problemOf(task, node, false);
  let at = columns;
  if (!keepsLimits(truth.limits, columns)) {
    const near = solveLinear(nearestProgram(truth.limits, columns), task.solvers);
    if (near.status !== 'optimal') return undefined;
    const { lower, upper } = truth.limits.columns;
    at = clamped(near.values.slice(0, lower.length), lower, upper);
  }
  if (truth.guards.length > 0 && !holds(truth.guards, await truth.evaluate(at))) return undefined;
  return at.slice(0, wished.length);
}
