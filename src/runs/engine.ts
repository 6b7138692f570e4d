import type { LinearSolver } from '../linear/session.ts';
import type { Engine } from './run.ts';
import { openDrawRooms } from '../simulate/draws/draw-room.ts';
import type { EngineJobs, EnginePayload } from '../worker/jobs.ts';
import { lateCode } from '../worker/late-code.ts';
import type { Spawn } from '../worker/line.ts';
import { openPool, type Pool } from '../worker/pool.ts';

export interface EngineOptions {
  /** Number of workers; 0 does the work in this thread, chunk by chunk. */
  readonly workers: number;
  readonly spawn: Spawn;
  /** Cells of channel, period and draw of a question of a search that is answered in this thread, at most. */
  readonly small?: number;
  /** Loads the solver of large linear programs; called when a plan is first searched. */
  readonly loadSolver: () => Promise<LinearSolver>;
}

/** An engine on a pool of workers. Linear programs go to the loaded solver, or, where it fails, to a small one of JavaScript. */
export function openEngine({ workers, spawn, small = SMALL, loadSolver }: EngineOptions): Engine {
  const pool = poolOf(workers, spawn, small);
  let solvers: Promise<readonly LinearSolver[]> | undefined;
  let keys = 0;
  return {
    pool,
    solvers: () => (solvers ??= loadSolvers(loadSolver)),
    newKey: () => `run ${(keys += 1)}`,
    rooms: openDrawRooms(),
    close: () => pool.close(),
  };
}

async function loadSolvers(loadSolver: EngineOptions['loadSolver']): Promise<readonly LinearSolver[]> {
  const [solver, { dualSimplex }] = await Promise.all([loadSolver(), import('../linear/dual-simplex.ts')]);
  return [dualSimplex(), solver];
}

/** A pool in which questions of a search that are answered in a few milliseconds do not travel to a worker and back. */
function poolOf(workers: number, spawn: Spawn, small: number): Pool<EngineJobs> {
  const open = (size: number) =>
    openPool({ size, spawn, jobs: async () => (await import('../worker/jobs.ts')).engineJobs(lateCode) });
  const threads = open(workers);
  if (workers === 0) return threads;
  const here = open(0);
  return {
    size: threads.size,
    run: (job, options) => (cellsOf(job.payload) <= small ? here : threads).run(job, options),
    end(key) {
      for (const pool of [threads, here]) pool.end(key);
    },
    close: async () => {
      await Promise.all([threads.close(), here.close()]);
    },
  };
}

/** Cells of channel, period and draw that keep this thread busy for a millisecond or two, once their draws are made. */
const SMALL = 200_000;

/** Of a question of a search; what is asked once always goes to workers. */
function cellsOf({ model, draws, keep }: EnginePayload): number {
  return keep ? model.channels.length * (model.periods + model.tail) * draws.draws : Infinity;
}
