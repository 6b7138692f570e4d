import { elastic } from './elastic.ts';
import type { LinearProgram } from './program.ts';
import type { LinearSolver, SolveOptions } from './session.ts';
import { TOLERANCE } from './scale.ts';
import { scalingOf } from './scaling.ts';
import type { Limit } from './solution.ts';
import { solveLinear } from './solve.ts';

/** How far one limit has to move outwards, in its own unit. */
export interface Repair {
  readonly limit: Limit;
  readonly by: number;
}

/**
 * The cheapest changes of limits after which a program has a solution, all of them together; empty when it has one as
 * it is, undefined when the limits that must stay clash among themselves or no solver can be relied on.
 *
 * @param price  of moving a limit outwards by one unit; Infinity for one that must stay. Prices in proportion to the
 *               inverse of a limit's size make changes of equal percentage equally dear.
 */
export function smallestRepair(
  program: LinearProgram,
  price: (limit: Limit) => number,
  solvers: readonly LinearSolver[],
  options: SolveOptions = {},
): readonly Repair[] | undefined {
  const relaxed = elastic(program, price);
  const solution = solveLinear(relaxed.program, solvers, { ...options, gap: TOLERANCE });
  if (solution.status !== 'optimal') return undefined;
  const { columns: units } = scalingOf(relaxed.program);
  return relaxed.limits
    .map((limit, k) => ({ limit, by: solution.values[relaxed.firstSlack + k]! }))
    .filter(({ by }, k) => by > TOLERANCE * units[relaxed.firstSlack + k]!);
}

/** For each of the limits that would do it alone, the change after which a program has a solution. */
export function singleRepairs(
  program: LinearProgram,
  limits: readonly Limit[],
  solvers: readonly LinearSolver[],
  options: SolveOptions = {},
): readonly Repair[] {
  const isSame = (a: Limit, b: Limit): boolean => a.of === b.of && a.index === b.index && a.side === b.side;
  return limits.flatMap(
    (limit) => smallestRepair(program, (other) => (isSame(limit, other) ? 1 : Infinity), solvers, options) ?? [],
  );
}
