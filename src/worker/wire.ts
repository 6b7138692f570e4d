/**
 * What the pool and its workers say to each other, and the types of the work they do.
 *
 * A worker keeps what many chunks share (a compiled model, say) under a key, so that the message of one chunk is
 * small. Both are copied, but for memory that threads share: a thread that hands over a single buffer works on all its
 * arrays more slowly from then on.
 */
import type { Issue } from '../errors.ts';

/** The kinds of work a pool can do. The functions are pure: the same payload and request give the same answer. */
export interface Jobs<Payload = never, State = unknown> {
  /** Makes what all chunks with the same key share. Called once per worker and key, again if it was dropped since. */
  prepare(payload: Payload): State | Promise<State>;
  /** Whether little is lost when a state of that is dropped soon: few such are held. */
  passes?(payload: Payload): boolean;
  /** Told when a state is dropped: nobody will ask about it again. */
  forget?(state: State): void;
  readonly kinds: Readonly<Record<string, Kind<State>>>;
}

/** One kind of work. Chunks should take 5 to 100 ms: a run shows progress, and can stop softly, between chunks. */
export interface Kind<State = unknown> {
  /** Answer to one request, as plain data and typed arrays. May throw; the run then rejects with the same error. */
  chunk(state: State, request: never): unknown;
}

export type PayloadOf<J extends Jobs> = Parameters<J['prepare']>[0];
export type KindOf<J extends Jobs> = keyof J['kinds'] & string;
export type RequestOf<J extends Jobs, K extends KindOf<J>> = Parameters<J['kinds'][K]['chunk']>[1];
export type AnswerOf<J extends Jobs, K extends KindOf<J>> = Awaited<ReturnType<J['kinds'][K]['chunk']>>;

/** What a worker offers over the wire. Neither call rejects: what was thrown comes back as a value. */
export interface Answers {
  /** @param ended  keys that nobody will ask about again: what is kept under them makes room first */
  prepare(key: string, payload: unknown, ended: readonly string[]): Promise<Reply>;
  chunk(kind: string, key: string, request: unknown): Promise<Reply | Unprepared>;
}

export type Reply = Done | Failed;

export interface Done {
  readonly status: 'done';
  readonly value: unknown;
}

export interface Failed {
  readonly status: 'failed';
  readonly failure: Failure;
}

/** Nothing is kept under this key: prepare it, then ask again. */
export interface Unprepared {
  readonly status: 'unprepared';
}

/** The worker is gone and the question will not be answered. */
export interface Lost {
  readonly status: 'lost';
  /** What happened to the worker. */
  readonly reason: Error;
  /** Whether asking a fresh worker makes sense. */
  readonly again: boolean;
}

/** An error as plain data. */
export type Failure =
  | { readonly kind: 'scenario'; readonly issues: readonly Issue[] }
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly stack: string };
