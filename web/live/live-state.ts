/** What the page knows of live answers: the newest look, and what is tried out with sliders. */
import type { Look } from '../../src/runs/live.ts';
import { openThread } from '../engine/thread.ts';
import { cell, type Cell } from '../state/cell.ts';
import type { Page } from '../state/page.ts';
import { editsOf, isTrying, NO_TRIAL, type Trial } from './trial.ts';
import type { LiveMessage, LiveQuestion } from './wire.ts';

export type LiveStatus =
  | { readonly kind: 'working' | 'done' }
  /** The text has errors; the look is that of the text before them. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly message: string };

export interface LiveState {
  /** The newest look; `fresh`: it is of what the page shows now. */
  readonly look: Cell<{ readonly look: Look; readonly fresh: boolean } | undefined>;
  readonly status: Cell<LiveStatus>;
  readonly trial: Cell<Trial>;
  /** Profit that should be reached, where the planner has chosen one. */
  readonly target: Cell<number | undefined>;
  /** Writes what is tried out into the scenario. */
  adopt(): Promise<void>;
}

export function createLive(page: Page, create: () => Worker): LiveState {
  const look = cell<{ readonly look: Look; readonly fresh: boolean } | undefined>(undefined);
  const status = cell<LiveStatus>({ kind: 'working' });
  const trial = cell<Trial>(NO_TRIAL);
  const target = cell<number | undefined>(undefined);
  let id = 0;
  let shown = page.set.get().selected;
  const first = page.text.get();

  const thread = openThread<LiveQuestion, LiveMessage>(create, {
    onMessage(message) {
      if (message.id !== id) return;
      if (message.kind === 'look') {
        look.set({ look: message.look, fresh: true });
        status.set({ kind: message.look.complete ? 'done' : 'working' });
      } else status.set(message);
    },
    onDeath: (message) => status.set({ kind: 'failed', message }),
  });

  const ask = () => {
    id += 1;
    const before = look.get();
    if (before?.fresh) look.set({ ...before, fresh: false });
    status.set({ kind: 'working' });
    const text = page.text.get();
    thread.post({
      id,
      text,
      trial: trial.get(),
      seed: page.settings.get().seed,
      // A page that is only looked at need not load the solver.
      search: text !== first || isTrying(trial.get()) || page.results.get().size > 0,
    });
  };
  const start = () => {
    const { selected } = page.set.get();
    if (selected !== shown) {
      shown = selected;
      look.set(undefined);
      target.set(undefined);
      trial.set(NO_TRIAL); // asks, where it changes anything
    }
    ask();
  };
  page.text.watch(start);
  page.settings.watch(ask);
  page.results.watch(ask);
  trial.watch(ask);
  ask();

  return {
    look,
    status,
    trial,
    target,
    async adopt() {
      const now = look.get();
      if (now === undefined) return;
      const done = await page.apply(editsOf(trial.get(), now.look.report.scenario));
      if (done) trial.set(NO_TRIAL);
    },
  };
}
