/** One run of a job: its chunks are pulled by whichever seats are free, its answers kept in the order of the chunks. */
import { errorOf } from './failure.ts';
import type { Seat } from './seat.ts';
import type { Turns } from './turns.ts';
import type { Lost } from './wire.ts';

export interface RunInput {
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly requests: Requests<unknown>;
  readonly seats: Turns<Seat>;
  /** Chunks in work at the same time, at most; the request of one more is made, and waits. */
  readonly abreast: number;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  /** Takes the answers, in the order of the requests, instead of `answers`. */
  readonly onAnswer: ((answer: unknown, index: number) => void) | undefined;
}

/** What is asked for, made when its turn comes. An array is one. */
export interface Requests<Request> extends Iterable<Request> {
  readonly length: number;
}

/** Chunks done, of how many. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Run {
  readonly answers: Promise<unknown[]>;
  /** Rejects `answers` now, and frees the threads that still work for this run. Does nothing when the run is over. */
  stop(reason: unknown): void;
}

/** Starts a run. It stops at the first failure. */
export function startRun({ kind, key, payload, requests, seats, abreast, onProgress, onAnswer }: RunInput): Run {
  const total = requests.length;
  const answers: unknown[] = [];
  const busy = new Set<Seat>();
  const queue = numbered(requests); // one iterator for all who pull
  /** Answers that wait for those before them. */
  const early = new Map<number, unknown>();
  let taken = 0;
  let done = 0;
  let stopped = false;

  let reject: (reason: unknown) => void;
  const stop = (reason: unknown) => {
    stopped = true;
    for (const seat of busy) seat.abandon();
    reject(reason);
  };

  const take = (index: number, answer: unknown) => {
    early.set(index, answer);
    for (; early.has(taken); taken++) {
      const next = early.get(taken);
      early.delete(taken);
      if (onAnswer === undefined) answers.push(next);
      else onAnswer(next, taken);
    }
  };

  const work = async (seat: Seat, index: number, request: unknown) => {
    const task = { kind, key, payload, request };
    const outcome = await seat.work(task);
    // A worker may die of something else than this chunk. Chunks are pure, so doing one again is safe.
    const last = outcome.status === 'lost' && outcome.again && !stopped ? await seat.work(task) : outcome;
    if (last.status === 'failed') throw errorOf(last.failure);
    if (last.status === 'lost') throw lossOf(last, `Chunk ${index + 1} of ${total} of the job "${kind}"`);
    return last.value;
  };

  const pull = async () => {
    for (const [index, request] of queue) {
      const seat = await seats.take();
      busy.add(seat);
      let answer: unknown;
      try {
        if (!stopped) answer = await work(seat, index, request);
      } finally {
        busy.delete(seat);
        seats.giveBack(seat);
      }
      // Who waits for the seat sends its chunk first: a thread need not wait for as long as an answer is looked at.
      await Promise.resolve();
      if (stopped) return;
      take(index, answer);
      done += 1;
      onProgress?.({ done, total });
    }
  };

  return {
    stop,
    answers: new Promise((resolve, refuse) => {
      reject = refuse;
      const pulls = Array.from({ length: Math.min(abreast + 1, total) }, pull);
      Promise.all(pulls).then(() => resolve(answers), stop);
    }),
  };
}

function* numbered<T>(items: Iterable<T>): Generator<readonly [number, T]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}

function lossOf({ reason, again }: Lost, chunk: string): Error {
  const how = again ? 'failed twice' : 'failed';
  return new Error(`${chunk} ${how}: ${reason.message}.`, { cause: reason });
}
