import type { LimitClash, LimitSide, Model, Optimization, Repair } from '../../domain.ts';
import { keepsLimits } from '../../linear/keeps.ts';
import type { LinearSolver } from '../../linear/session.ts';
import { solveLinear } from '../../linear/solve.ts';
import type { Infeasible } from '../../linear/solution.ts';
import { limitsProgram, type LimitsProblem } from './limits-program.ts';
import { todaysSpend } from '../plans.ts';
import { afterRepair, repairsOf } from './repairs.ts';
import { hasPlan, repairTogether, smallestOpening } from './together.ts';
import type { WholeProblem } from './whole-program.ts';
import { withoutRounding } from '../without-rounding.ts';

export type Conflict = Pick<
  Extract<Optimization, { readonly status: 'infeasible' }>,
  'conflict' | 'clashes' | 'repairs' | 'together' | 'togetherIsLeast'
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

  const conflict = limitsOf(problem, solution);
  const conflicts = conflictsFrom(conflict, problem);
  const whole = wholeOf(model, solvers);
  const repairsAlone = (of: readonly LimitSide[]): readonly Repair[] => {
    const others = new Set(conflicts.filter((other) => other !== of).flatMap(fieldsOf));
    const own = { ...whole, limits: whole.limits.filter(({ path }) => !others.has(path)) };
    return repairsOf({ ...problem, limits: own.limits }, of, (one) => smallestOpening(own, one)).filter(
      // Where limits are no linear sums, what is enough for the others may not be enough for them.
      (repair) => whole.nonlinear.length === 0 || hasPlan({ ...own, limits: afterRepair(own.limits, repair) }),
    );
  };
  if (conflicts.length === 1) return { conflict, ...withTogether(whole, model, repairsAlone(conflict)) };
  // Sets that have no field in common take a change each: none alone is enough.
  const clashes = conflicts.map((of): LimitClash => ({ conflict: of, repairs: repairsAlone(of) }));
  return { conflict, clashes, ...withTogether(whole, model, []) };
}

/** More sets of limits that clash are as hard to read as they are to mend. */
const MOST_CLASHES = 4;

/** A set of limits that cannot hold together, and others that could not even if the fields behind those before them were left out. */
function conflictsFrom(first: readonly LimitSide[], problem: LimitsProblem): readonly (readonly LimitSide[])[] {
  const conflicts = [first];
  while (conflicts.length < MOST_CLASHES) {
    const named = new Set(conflicts.flatMap(fieldsOf));
    const left = { ...problem, limits: problem.limits.filter(({ path }) => !named.has(path)) };
    if (left.limits.length === problem.limits.length) break;
    const solution = solveLinear(limitsProgram(left), problem.solvers);
    // A clash of what is bought alone stays whatever is left out.
    const next = solution.status === 'infeasible' ? limitsOf(left, solution) : [];
    if (fieldsOf(next).length === 0) break;
    conflicts.push(next);
  }
  return conflicts;
}

/** The fields behind limits; what is bought stays, whatever is changed. */
function fieldsOf(conflict: readonly LimitSide[]): readonly string[] {
  return conflict.flatMap(({ limit }) => (limit.isFact === true ? [] : [limit.path]));
}

/** Spend cannot be negative: that is no limit of the planner's and none that could give. */
function limitsOf({ limits }: Pick<LimitsProblem, 'limits'>, { conflict }: Infeasible): readonly LimitSide[] {
  return conflict.flatMap(({ of, index, side }): LimitSide[] =>
    of === 'row' ? [{ limit: limits[index]!, side: side === 'lower' ? 'least' : 'most' }] : [],
  );
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
