/** One worker and the questions put to it, one at a time. comlink alone would wait for ever for a worker that died. */
import { wrap } from 'comlink';
import { failureOf } from './failure.ts';
import type { Answers, Lost, Reply } from './wire.ts';

/**
 * The end of a worker's channel, as of a `Worker` in a browser. Written out, since the types of comlink are of a browser: a program for
 * Node alone would have to have those to be compiled with ours.
 */
export interface ThreadEndpoint {
  postMessage(message: unknown, transfer?: readonly object[]): void;
  addEventListener(type: string, listener: (event: unknown) => void): void;
  removeEventListener(type: string, listener: (event: unknown) => void): void;
  start?: () => void;
}

/** A worker as the host gives it. */
export interface Thread {
  readonly endpoint: ThreadEndpoint;
  /** Stops it at once, whatever it is doing; fulfilled when it is gone. */
  terminate(): Promise<unknown>;
}

/**
 * Starts a worker, and calls `died` when it stops by itself: it threw outside an answer, ended, or its script could
 * not be loaded. `died` is called with what was thrown, and later than the call of `Spawn`; only its first call counts.
 */
export type Spawn = (died: (reason: unknown) => void) => Thread;

export interface Line {
  /** Puts a question. Never rejects and never hangs: says so when the worker is lost or silent for too long. */
  ask<T>(question: (answers: Answers) => Promise<T>): Promise<T | Reply | Lost>;
  /** Stops the worker; a question still open is lost for this reason. Fulfilled when the thread is gone. */
  end(reason: Error): Promise<unknown>;
  isLost(): boolean;
}

/**
 * Starts a worker. One that cannot be started is a line that is lost.
 *
 * @param patience  milliseconds a question may stay open before the worker is taken for dead
 */
export function connect(spawn: Spawn, patience: number): Line {
  let lost: Lost | undefined;
  let answered = false;
  let settle: ((loss: Lost) => void) | undefined;
  let terminated: Promise<unknown> | undefined;

  const lose = (reason: Error, again: boolean) => {
    lost ??= { status: 'lost', reason, again };
    terminated ??= thread.terminate();
    settle?.(lost);
    return terminated;
  };
  const died = (cause: unknown) => {
    const what = answered ? 'a worker stopped' : 'a worker could not start';
    const why = cause instanceof Error ? cause.message : String(cause);
    void lose(new Error(`${what} (${why})`, { cause }), true);
  };

  const thread = start(spawn, died);
  thread.endpoint.addEventListener('messageerror', () => died(new Error('its answer could not be read')));
  const answers = wrap<Answers>(thread.endpoint);

  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (lost !== undefined) {
          resolve(lost);
          return;
        }
        // Not repeated on a fresh worker: chunks are pure, and whoever waits has waited long enough.
        const silent = () => void lose(new Error(`a worker gave no answer in ${patience / 1000} seconds`), false);
        const watchdog = setTimeout(silent, patience);
        const close = (outcome: Parameters<typeof resolve>[0]) => {
          clearTimeout(watchdog);
          settle = undefined;
          resolve(outcome);
        };
        settle = close;
        question(answers).then(
          (reply) => {
            answered = true;
            close(reply);
          },
          // comlink could not send the question, or the worker not its answer.
          (thrown: unknown) => close({ status: 'failed', failure: failureOf(thrown) }),
        );
      }),
    end: (reason) => lose(reason, false),
    isLost: () => lost !== undefined,
  };
}

/** The worker, or if the host refuses to start one, a thread that dies at once. */
function start(spawn: Spawn, died: (reason: unknown) => void): Thread {
  try {
    return spawn(died);
  } catch (thrown) {
    queueMicrotask(() => died(thrown));
    const ignore = () => undefined;
    return {
      endpoint: { postMessage: ignore, addEventListener: ignore, removeEventListener: ignore },
      terminate: () => Promise.resolve(),
    };
  }
}
