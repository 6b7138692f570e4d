/** What runs inside a worker: does the chunks it is asked for, and catches at the edge. */
import { expose, type Endpoint } from 'comlink';
import { failureOf } from './failure.ts';
import type { Answers, Failed, Jobs } from './wire.ts';

/** Of more prepared keys than these the one used longest ago is dropped: room for a few scenarios compared in turn. */
const KEPT_STATES = 8;

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

  return {
    prepare: (key, payload) =>
      caught(async () => {
        for (const [oldest, state] of states) {
          if (states.size < KEPT_STATES) break;
          states.delete(oldest);
          jobs.forget?.(state);
        }
        states.set(key, await jobs.prepare(payload as never));
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
