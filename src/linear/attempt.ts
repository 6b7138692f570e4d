import { checkOptimum } from './check.ts';
import { withColumnBounds, withoutIntegers } from './edit.ts';
import type { LinearProgram } from './program.ts';
import { openScaled, type ScaledSession } from './scaled-session.ts';
import type { Claim, LinearSolver, SolveOptions } from './session.ts';
import type { Failed, LinearPoint, Optimal, Stopped } from './solution.ts';

/** What one solver makes of a program: a checked point, or the claim that there is none. */
export type Attempt = Optimal | Stopped | Claim | Failed;

/** Solves with a session that holds the program as it is now, and checks the answer in the units of the program. */
export function attempt(
  program: LinearProgram,
  solver: LinearSolver,
  session: ScaledSession,
  options: SolveOptions,
): Attempt {
  const answer = session.solve(options);
  if (answer.status === 'optimal') {
    const point = checkOptimum(program, session.scaling(), answer.values, answer.rowDuals);
    if (typeof point !== 'string') return { status: 'optimal', ...point };
    return { status: 'failed', reason: 'unreliable', why: `${solver.name}: ${point}` };
  }
  if (answer.status !== 'found') return answer;
  const point = settleIntegers(program, answer.values, solver, options);
  if (point.status !== 'optimal') return point;
  return { ...point, status: answer.finished ? 'optimal' : 'stopped', ...searchBound(program, point, answer.bound) };
}

/**
 * The best point with the integer columns rounded and held there, so that they are whole exactly and the rest, with
 * its duals, is a checked optimum.
 */
function settleIntegers(
  program: LinearProgram,
  found: Float64Array,
  solver: LinearSolver,
  options: SolveOptions,
): Optimal | Failed {
  const { columns } = program;
  const held = (bounds: Float64Array): Float64Array =>
    bounds.map((bound, j) => (columns.integer![j] === 1 ? Math.round(found[j]!) : bound));
  const settled = withColumnBounds(withoutIntegers(program), held(columns.lower), held(columns.upper));
  const session = openScaled(solver, settled);
  try {
    const result = attempt(settled, solver, session, options);
    if (result.status === 'optimal' || result.status === 'failed') return result;
  } finally {
    session.close();
  }
  return { status: 'failed', reason: 'unreliable', why: `${solver.name}: its point does not survive rounding` };
}

/** The bound of the search, which no rounding may put on the wrong side of the point. */
function searchBound(program: LinearProgram, point: LinearPoint, bound: number) {
  const outer = program.sense === 'maximize' ? Math.max : Math.min;
  return { bound: outer(bound, point.objective), boundKind: 'numerical' } as const;
}
