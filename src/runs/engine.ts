import type { LinearSolver } from '../linear/session.ts';
import type { Model } from '../domain.ts';
import { openDrawRooms, type DrawRooms } from '../simulate/draws/draw-room.ts';
import type { EngineJobs, EnginePayload } from '../worker/jobs.ts';
import { lateCode } from '../worker/late-code.ts';
import type { Spawn } from '../worker/line.ts';
import { openPool, type Pool } from '../worker/pool.ts';

/** Where the work is done: a pool of workers (or none) and the solvers of linear programs, opened by the host. */
export interface Engine {
  readonly pool: Pool<EngineJobs>;
  /** In order of preference; loaded when first asked for. */
  solvers(): Promise<readonly LinearSolver[]>;
  /** A new name for the data of a run, never used before in this engine. */
  newKey(): string;
  /** Where judgements keep their draws. */
  readonly rooms: DrawRooms;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Number of workers; 0 does the work in this thread, chunk by chunk. */
  readonly workers: number;
  readonly spawn: Spawn;
  /** Cells of channel, period and draw of a question of a search that is answered in this thread, at most. */
  readonly small?: number;
  /**
   * The same of what is asked once of all draws of some plans, of all runs together: workers are started when there is more, or
   * plans are searched meanwhile. Left out:
   * they are started now, and do all of it.
   */
  readonly few?: number;
  /** Loads the solver of large linear programs; called when a plan is first searched. */
  readonly loadSolver: () => Promise<LinearSolver>;
}

type PoolOptions = Omit<EngineOptions, 'small' | 'loadSolver'> & { readonly small: number };

/** An engine on a pool of workers. Linear programs go to the loaded solver, or, where it fails, to a small one of JavaScript. */
export function openEngine({ small = SMALL, loadSolver, ...options }: EngineOptions): Engine {
  const pool = poolOf({ ...options, small });
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

/** A pool in which questions that are answered sooner than they travel to a worker and back, or than workers start, stay here. */
function poolOf({ workers, spawn, small, few }: PoolOptions): Pool<EngineJobs> {
  const open = (size: number) =>
    openPool({ size, spawn, jobs: async () => (await import('../worker/jobs.ts')).engineJobs(lateCode) });
  const here = open(0);
  if (workers === 0) return here;
  let threads = few === undefined ? open(workers) : undefined;
  let closed = false;
  /** Cells that are left of few, and the keys of runs that stay here. */
  let left = few ?? 0;
  const staying = new Set<string>();
  const staysHere = (key: string, { keep, plans = Infinity, model, draws }: EnginePayload): boolean => {
    if (closed || staying.has(key)) return true;
    const cells = model.channels.length * (model.periods + model.tail) * draws.draws;
    if (keep) {
      // This thread searches: what else is asked is better done beside it.
      left = 0;
      return cells <= small;
    }
    const effort = plans * cells * effortOf(model);
    if (threads !== undefined || effort > left) return false;
    left -= effort;
    staying.add(key);
    return true;
  };
  return {
    size: workers,
    run: (job, options) => (staysHere(job.key, job.payload) ? here : (threads ??= open(workers))).run(job, options),
    end(key) {
      staying.delete(key);
      here.end(key);
      threads?.end(key);
    },
    close: async () => {
      closed = true;
      await Promise.all([here.close(), threads?.close()]);
    },
  };
}

/** How many times as long a cell takes as one of channels that do nothing to each other. */
function effortOf({ segments, resources, channels }: Model): number {
  return segments.length > 0 || resources.length > 0 || channels.some(({ halo }) => halo.length > 0) ? 4 : 1;
}

/** Cells of channel, period and draw that keep this thread busy for a millisecond or two, once their draws are made. */
const SMALL = 200_000;
