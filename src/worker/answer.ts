/** What runs inside a worker: does the chunks it is asked for, and catches at the edge. */
import { expose, type Endpoint } from 'comlink';
import { failureOf } from './failure.ts';
import type { Answers, Failed, Jobs } from './wire.ts';

/** Of more prepared keys than these the one used longest ago is dropped: room for a few scenarios compared in turn. */
const KEPT_STATES = 8;
/** The same of those whose draws are not asked for again: what they were made in is free for the next. */
const PASSING_STATES = 2;

/** Answers over `endpoint`, for as long as the worker lives. */
export function answer(jobs: Jobs, endpoint: Endpoint): void {
  // A question that cannot be read would never be answered: stop, so that the pool hears of it.
  endpoint.addEventListener('messageerror', () => {
    throw new Error('a message could not be read');
  });
  expose(answersOf(jobs), endpoint);
}

/** The answers themselves, without a wire. Holds what was prepared. */
export function answersOf(jobs: Jobs): Answers {
  /** By key, the one used longest ago first. */
  const states = new Map<string, unknown>();
  const passing = new Set<string>();
  const drop = (key: string): void => {
    jobs.forget?.(states.get(key));
    states.delete(key);
    passing.delete(key);
  };
  /** Drops what was used longest ago until there is room for one more. */
  const makeRoom = (most: number, among: (key: string) => boolean): void => {
    const keys = [...states.keys()].filter(among);
    for (const oldest of keys.slice(0, Math.max(0, keys.length + 1 - most))) drop(oldest);
  };

  return {
    prepare: (key, payload, ended) =>
      caught(async () => {
        for (const other of ended) if (states.has(other)) drop(other);
        const passes = jobs.passes?.(payload as never) === true;
        if (passes) makeRoom(PASSING_STATES, (other) => passing.has(other));
        makeRoom(KEPT_STATES, () => true);
        states.set(key, await jobs.prepare(payload as never));
        if (passes) passing.add(key);
        return { status: 'done', value: undefined };
      }),

    chunk: (kind, key, request) =>
      caught(async () => {
        if (!states.has(key)) return { status: 'unprepared' };
        const state = states.get(key);
        states.delete(key);
        states.set(key, state);
        const work = jobs.kinds[kind];
        if (work === undefined) throw new Error(`This worker does not know the job "${kind}".`);
        return { status: 'done', value: await work.chunk(state, request as never) };
      }),
  };
}

async function caught<T>(work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (thrown) {
    return { status: 'failed', failure: failureOf(thrown) };
  }
}
