import type { LimitSide, Model, Optimization, Repair } from '../domain.ts';
import { keepsLimits } from '../linear/keeps.ts';
import type { LinearSolver } from '../linear/session.ts';
import { solveLinear } from '../linear/solve.ts';
import { limitsProgram } from './limits-program.ts';
import { todaysSpend } from './plans.ts';
import { afterRepair, repairsOf } from './repairs.ts';
import { hasPlan, repairTogether, smallestOpening } from './together.ts';
import type { WholeProblem } from './whole-program.ts';
import { withoutRounding } from './without-rounding.ts';

export type Conflict = Pick<
  Extract<Optimization, { readonly status: 'infeasible' }>,
  'conflict' | 'repairs' | 'together' | 'togetherIsLeast'
>;

/**
 * Why no plan satisfies every limit: a set of limits that cannot hold together although any of them could be dropped, and
 * the changes of one field of the file each that would do, or of several together. Undefined when there is a plan.
 */
export function conflictOf(model: Model, solvers: readonly LinearSolver[]): Conflict | undefined {
  const { channels, periods } = model;
  const problem = { size: channels.length * periods, periods, limits: withoutRounding(model), solvers };
  const program = limitsProgram(problem);
  if (keepsLimits(program, todaysSpend(model))) return undefined;
  const solution = solveLinear(program, solvers);
  // Where solvers cannot tell, the search may still meet a plan.
  if (solution.status !== 'infeasible') return undefined;

  // Spend cannot be negative: that is no limit of the planner's and none that could give.
  const conflict = solution.conflict.flatMap(({ of, index, side }): LimitSide[] =>
    of === 'row' ? [{ limit: model.limits[index]!, side: side === 'lower' ? 'least' : 'most' }] : [],
  );
  const whole = wholeOf(model, solvers);
  // Where limits are no linear sums, what is enough for the others may not be enough for them.
  const repairs = repairsOf(problem, conflict, (one) => smallestOpening(whole, one)).filter(
    (repair) => whole.nonlinear.length === 0 || hasPlan({ ...whole, limits: afterRepair(whole.limits, repair) }),
  );
  return { conflict, ...withTogether(whole, model, repairs) };
}

/** The single changes that are known to do, and where there are none those that do together; of these, a single one is such. */
export function withTogether(
  whole: WholeProblem,
  model: Model,
  repairs: readonly Repair[],
): Pick<Conflict, 'repairs' | 'together' | 'togetherIsLeast'> {
  if (repairs.length > 0) return { repairs };
  const several = repairTogether(whole, todaysSpend(model));
  return several?.togetherIsLeast === true && several.together.length === 1
    ? { repairs: several.together }
    : { repairs, ...several };
}

/** All limits of a model, linear or not. */
export function wholeOf(model: Model, solvers: readonly LinearSolver[]): WholeProblem {
  const { channels, periods, settled, nonlinearLimits: nonlinear } = model;
  return { channels: channels.length, periods, settled, limits: withoutRounding(model), nonlinear, solvers };
}
