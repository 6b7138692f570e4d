/** A place in the pool: does one chunk at a time, in a thread of its own or in this one. */
import { Cancelled } from '../errors.ts';
import { answersOf } from './answer.ts';
import { eventsHandled } from './events-handled.ts';
import { connect, type Spawn } from './line.ts';
import type { Answers, Jobs, Lost, Reply } from './wire.ts';

/**
 * Milliseconds for which a chunk that nobody wants any more may run on: most end in that time, and a worker that need
 * not be replaced keeps what it has prepared.
 */
const GRACE = 50;
/** Keys that have ended are remembered up to so many: a worker keeps fewer, and drops those used longest ago by itself. */
const MOST_ENDED = 16;

/** One chunk to do. */
export interface Task {
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly request: unknown;
}

export interface Seat {
  /** Does one chunk; not to be called again before it is done. A seat that lost its thread gets another. */
  work(task: Task): Promise<Reply | Lost>;
  /** The chunk in work, if any, is not wanted any more: its thread is free within `GRACE`, by force if need be. */
  abandon(): void;
  /** Nobody will ask about this key again: what is kept under it makes room for what is prepared next. */
  end(key: string): void;
  /** Frees the thread; a chunk in work is lost. */
  close(): Promise<void>;
}

/** A seat with a thread, started now so that it is ready when the first chunk comes. */
export function threadSeat(spawn: Spawn, patience: number): Seat {
  let line = connect(spawn, patience);
  let ended: Promise<unknown> = Promise.resolve();
  let working = false;
  let grace: ReturnType<typeof setTimeout> | undefined;
  const over = endedKeys();

  const replace = () => {
    ended = Promise.all([ended, line.end(new Cancelled())]);
    line = connect(spawn, patience);
  };

  return {
    async work(task) {
      if (line.isLost()) replace();
      working = true;
      const outcome = await perform(task, line.ask, over);
      working = false;
      clearTimeout(grace);
      grace = undefined;
      return outcome;
    },
    abandon() {
      if (working) grace ??= setTimeout(replace, GRACE);
    },
    end: over.add,
    async close() {
      clearTimeout(grace);
      await Promise.all([ended, line.end(new Cancelled())]);
    },
  };
}

/** A seat in the calling thread. Between chunks the events that wait have their turn: a click on Cancel, a repaint. */
export function inlineSeat(load: () => Jobs | Promise<Jobs>): Seat {
  let answers: Answers | undefined;
  const over = endedKeys();

  return {
    async work(task) {
      await eventsHandled();
      const here = (answers ??= answersOf(await load()));
      return perform(task, (question) => question(here), over);
    },
    abandon: () => undefined, // nothing can stop this thread but itself
    end: over.add,
    async close() {
      answers = undefined;
    },
  };
}

type Ask = <T>(question: (answers: Answers) => Promise<T>) => Promise<T | Reply | Lost>;

interface EndedKeys {
  readonly add: (key: string) => void;
  /** Those added since it was asked last. */
  readonly take: () => readonly string[];
}

function endedKeys(): EndedKeys {
  let keys: readonly string[] = [];
  return {
    add(key) {
      keys = [...keys, key].slice(-MOST_ENDED);
    },
    take() {
      const taken = keys;
      keys = [];
      return taken;
    },
  };
}

/** Asks for the chunk, and prepares the worker when it turns out not to hold what the chunk needs. */
async function perform({ kind, key, payload, request }: Task, ask: Ask, over: EndedKeys): Promise<Reply | Lost> {
  for (;;) {
    const outcome = await ask((answers) => answers.chunk(kind, key, request));
    if (outcome.status !== 'unprepared') return outcome;
    const ended = over.take();
    const prepared = await ask((answers) => answers.prepare(key, payload, ended));
    if (prepared.status !== 'done') return prepared;
  }
}
