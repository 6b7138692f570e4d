import type { LinearSolver } from './linear/session.ts';
import { simplexJs } from './linear/simplex-js.ts';
import type { Engine } from './run.ts';
import type { Spawn } from './worker/line.ts';
import { openPool } from './worker/pool.ts';

export interface EngineOptions {
  /** Number of workers; 0 does the work in this thread, chunk by chunk. */
  readonly workers: number;
  readonly spawn: Spawn;
  /** Loads the solver of large linear programs; called when a plan is first searched. */
  readonly loadSolver: () => Promise<LinearSolver>;
}

/** An engine on a pool of workers. Linear programs go to the loaded solver, or, where it fails, to a small one of JavaScript. */
export function openEngine({ workers, spawn, loadSolver }: EngineOptions): Engine {
  const pool = openPool({
    size: workers,
    spawn,
    jobs: async () => (await import('./worker/jobs.ts')).engineJobs,
  });
  let solvers: Promise<readonly LinearSolver[]> | undefined;
  let keys = 0;
  return {
    pool,
    solvers: () => (solvers ??= loadSolver().then((solver) => [solver, simplexJs()])),
    newKey: () => `run ${(keys += 1)}`,
    close: () => pool.close(),
  };
}
