/** Runs of the engine: one at a time, and the last result of every scenario. */
import type { Report } from '../../src/domain.ts';
import type { Issue } from '../../src/errors.ts';
import { openRunner, type Runner } from '../engine/runner.ts';
import type { RunEnd, RunQuestion, RunSettings } from '../engine/wire.ts';
import { onward, type Headway } from '../../src/runs/headway.ts';
import { cell, type Cell } from './cell.ts';

export type RunState =
  | { readonly status: 'idle' }
  /** `stopping`: the search was asked to end with its best plan so far. */
  | { readonly status: 'running'; readonly headway?: Headway; readonly stopping?: true }
  /** Not started, or stopped at once: the text has errors. */
  | { readonly status: 'refused' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

export interface Result {
  readonly report: Report;
  readonly json: string;
  /** What was run, and with what. */
  readonly text: string;
  readonly settings: RunSettings;
  /** Its search was asked to end: another time it would find another plan. */
  readonly isStopped: boolean;
}

export interface Runs {
  readonly state: Cell<RunState>;
  /** The last result by scenario. */
  readonly results: Cell<ReadonlyMap<string, Result>>;
  start(scenario: { readonly id: string; readonly text: string }, settings: RunSettings): void;
  /** Ends a search with its best plan so far; what is not searching, or was asked already, it ends at once. */
  cancel(): void;
}

/** @param onRefused  called with what the engine found wrong with a text that was started */
export function createRuns(create: () => Worker, onRefused: (text: string, issues: readonly Issue[]) => void): Runs {
  const state = cell<RunState>({ status: 'idle' });
  const results = cell<ReadonlyMap<string, Result>>(new Map());
  let started: (RunQuestion & { readonly id: string }) | undefined;

  const runner: Runner = openRunner(create, {
    onProgress: (progress) => {
      const before = state.get();
      const running = before.status === 'running' ? before : { status: 'running' as const };
      state.set({ ...running, headway: onward(running.headway, progress) });
    },
    onEnd: (end) => finish(end),
  });

  const finish = (end: RunEnd) => {
    const { id, text, settings } = started!;
    const run = state.get();
    const isStopped = run.status === 'running' && run.stopping === true;
    if (end.status === 'done') {
      results.set(new Map(results.get()).set(id, { report: end.report, json: end.json, text, settings, isStopped }));
    }
    if (end.status === 'refused') onRefused(text, end.issues);
    if (end.status === 'failed' || end.status === 'cancelled') state.set(end);
    else state.set({ status: end.status === 'refused' ? 'refused' : 'idle' });
  };

  return {
    state,
    results,
    start({ id, text }, settings) {
      started = { id, text, settings };
      state.set({ status: 'running' });
      runner.run({ text, settings });
    },
    cancel() {
      const run = state.get();
      if (canStop(run)) {
        runner.stop();
        return state.set({ ...run, stopping: true });
      }
      runner.cancel();
      state.set({ status: 'cancelled' });
    },
  };
}

/** Whether there is a search that can be asked for its best plan so far. */
export function canStop(run: RunState): run is Extract<RunState, { readonly status: 'running' }> {
  return run.status === 'running' && run.stopping === undefined && isSearching(run.headway);
}

function isSearching(headway: Headway | undefined): boolean {
  return headway !== undefined && headway.progress.phase !== 'judge';
}
