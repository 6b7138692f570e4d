import type { LinearSession, SolveOptions } from '../../linear/session.ts';
import type { LinearPoint, LinearSolution } from '../../linear/solution.ts';
import type { StopSign } from '../stop-sign.ts';

/** No solver had an answer for the master program that holds. */
export class MasterFailed extends Error {
  readonly status: Exclude<LinearSolution['status'], 'optimal'>;

  constructor(status: Exclude<LinearSolution['status'], 'optimal'>, why?: string) {
    super(`the master program of the optimizer ended with ${status}${why === undefined ? '' : `: ${why}`}`);
    this.name = 'MasterFailed';
    this.status = status;
  }
}

/**
 * The answer to a master program.
 *
 * @throws MasterFailed  when there is none
 */
export function solved(session: LinearSession, signal: StopSign | undefined): LinearPoint {
  const options: SolveOptions = signal === undefined ? {} : { shouldStop: () => signal.aborted };
  const solution: LinearSolution = session.solve(options);
  if (solution.status === 'optimal') return solution;
  throw new MasterFailed(solution.status, 'why' in solution ? solution.why : undefined);
}

/** What a program is solved to; undefined where no solver can handle it. */
export function unlessFailed(solve: () => LinearPoint): LinearPoint | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof MasterFailed && error.status === 'failed') return undefined;
    throw error;
  }
}

/** What a search comes to; undefined where no solver had an answer to one of its programs. */
export async function unlessMasterFails<Result>(search: Promise<Result>): Promise<Result | undefined> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof MasterFailed) return undefined;
    throw error;
  }
}
