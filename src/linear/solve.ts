import { openChecked } from './checked-session.ts';
import { explain } from './explain.ts';
import type { LinearProgram } from './program.ts';
import type { LinearSession, LinearSolver, SolveOptions } from './session.ts';
import type { LinearSolution } from './solution.ts';

/**
 * Solves a linear program and checks the answer by plain arithmetic; when it does not hold, the next solver is asked.
 *
 * @param solvers  in order of preference: `[dualSimplex(), highs]`: small programs to the first, all others to HiGHS
 * @throws Error when the program is malformed; Cancelled when `shouldStop` says so
 */
export function solveLinear(
  program: LinearProgram,
  solvers: readonly LinearSolver[],
  options: SolveOptions = {},
): LinearSolution {
  const session = openLinear(program, solvers);
  try {
    return session.solve(options);
  } finally {
    session.close();
  }
}

/**
 * Opens a program to change it and solve it again, warm. Answers are checked, and errors thrown, as by `solveLinear`;
 * a malformed change throws before it is made.
 *
 * @param always  options of each solve that does not say otherwise
 */
export function openLinear(
  program: LinearProgram,
  solvers: readonly LinearSolver[],
  always: Pick<SolveOptions, 'unexplained'> = {},
): LinearSession {
  // What a proof asks is never explained in turn: a claim where there must be an optimum is a failure.
  const open = (other: LinearProgram): LinearSession => openChecked(other, solvers, () => undefined);
  return openChecked(program, solvers, (claimed, claim, options) =>
    explain(claimed, claim, { open, options: { ...always, ...options } }),
  );
}
