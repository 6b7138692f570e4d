/** A pool of workers for pure jobs: answers in order, the same bits for any number of workers, and never a hang. */
import { Cancelled } from '../errors.ts';
import type { Spawn } from './line.ts';
import { startRun, type Progress, type Requests } from './run.ts';
import { inlineSeat, threadSeat } from './seat.ts';
import { takeTurns } from './turns.ts';
import type { AnswerOf, Jobs, KindOf, PayloadOf, RequestOf } from './wire.ts';

/** More workers than these cost more to start than they save. */
export const MOST_WORKERS = 8;

/** Milliseconds; a chunk should take a thousandth of it. */
const PATIENCE = 120_000;

/** The longest delay a timer takes; beyond it, it would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

export interface PoolOptions<J extends Jobs> {
  /** Number of workers; 0 does the work in this thread, chunk by chunk. */
  readonly size: number;
  /** Starts a worker that answers for the same jobs; see `node.ts` and `browser.ts`. Not called when `size` is 0. */
  readonly spawn: Spawn;
  /** The jobs themselves; only called when `size` is 0, so that otherwise this thread need not load them. */
  readonly jobs: () => J | Promise<J>;
  /** Milliseconds without an answer to a chunk before its worker is taken for dead. Standard: two minutes. */
  readonly patience?: number;
}

export interface Job<J extends Jobs, K extends KindOf<J>> {
  readonly kind: K;
  /** Names the content of `payload`: equal keys must mean equal payloads. */
  readonly key: string;
  /** What all chunks share. Sent to a worker that does not hold it yet, under `key`. Must not change during the run. */
  readonly payload: PayloadOf<J>;
  /** One a chunk. Copied to the worker or shared with it, never handed over: a chunk may be done twice. */
  readonly requests: Requests<RequestOf<J, K>>;
}

export interface RunOptions<Answer> {
  readonly signal?: AbortSignal;
  /** Called after each chunk, with `done` rising by one up to `total`. */
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Takes each answer in the order of the requests, as soon as it and those before it are there. The run keeps none of
   * them then, and gives none at its end. What it throws ends the run.
   */
  readonly onAnswer?: (answer: Answer, index: number) => void;
}

export interface Pool<J extends Jobs> {
  readonly size: number;
  /**
   * Answers to `job.requests`, in their order. Several runs at once share the workers chunk by chunk.
   *
   * Rejects at the first failure, and leaves the pool usable: with `Cancelled` when the signal aborts or the pool is
   * closed; with what a chunk threw (`ScenarioError` with its issues, or an `Error` with the same name, message and
   * stack); with an `Error` when a chunk lost its worker twice or a worker was silent for too long.
   */
  run<K extends KindOf<J>>(job: Job<J, K>, options?: RunOptions<AnswerOf<J, K>>): Promise<AnswerOf<J, K>[]>;
  /** Says that no run will have this key any more: workers need not keep what they prepared for it. */
  end(key: string): void;
  /** Stops what is running and frees all threads; fulfilled when they are gone. */
  close(): Promise<void>;
}

/**
 * Starts the workers and returns at once.
 *
 * @throws RangeError  for a size or a patience no pool can have
 */
export function openPool<J extends Jobs>({ size, spawn, jobs, patience = PATIENCE }: PoolOptions<J>): Pool<J> {
  if (!Number.isInteger(size) || size < 0) throw new RangeError(`size must be 0, 1, 2, ..., got ${size}`);
  if (!(patience > 0 && patience <= LONGEST_DELAY)) throw new RangeError(`patience cannot be ${patience} ms`);

  const seats = size === 0 ? [inlineSeat(jobs)] : Array.from({ length: size }, () => threadSeat(spawn, patience));
  const turns = takeTurns(seats);
  const running = new Set<() => void>();
  let closed = false;

  return {
    size,
    async run<K extends KindOf<J>>(job: Job<J, K>, options: RunOptions<AnswerOf<J, K>> = {}) {
      const { signal, onProgress } = options;
      // What a worker answers is what `spawn` and `jobs` promise: the same jobs.
      const onAnswer = options.onAnswer as ((answer: unknown, index: number) => void) | undefined;
      if (closed) throw new Error('The pool is closed.');
      if (signal?.aborted) throw new Cancelled();
      const run = startRun({ ...job, seats: turns, abreast: seats.length, onProgress, onAnswer });
      const cancel = () => run.stop(new Cancelled());
      running.add(cancel);
      signal?.addEventListener('abort', cancel);
      try {
        return (await run.answers) as AnswerOf<J, K>[];
      } finally {
        running.delete(cancel);
        signal?.removeEventListener('abort', cancel);
      }
    },

    end(key) {
      for (const seat of seats) seat.end(key);
    },

    async close() {
      closed = true;
      for (const cancel of running) cancel();
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}
