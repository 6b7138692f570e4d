/** Keeps the open scenarios while they are edited, and notices when another tab does. */
import { cell, type Cell } from '../state/cell.ts';
import type { Page } from '../state/page.ts';
import type { ScenarioSet } from '../state/scenario-set.ts';
import type { Kept, Store, Version } from './store.ts';

export type KeepState =
  | { readonly status: 'saved' }
  | { readonly status: 'waiting' }
  /** Another tab has saved: until the planner chooses, this tab keeps its edits as a version only. */
  | { readonly status: 'behind'; readonly kept: Kept }
  /** The browser keeps nothing: a private window, or no room. */
  | { readonly status: 'unavailable' };

export interface Keeper {
  readonly state: Cell<KeepState>;
  versions(): Promise<readonly Version[]>;
  /** Shows what the other tab has saved, in the place of what is here, which stays a version. */
  takeTheirs(): void;
  /** Saves what is here over what the other tab has saved, which stays a version. */
  keepMine(): Promise<void>;
  /** Saves at once what waits to be saved. */
  flush(): Promise<void>;
}

/** How tabs tell one another that they have saved. */
export interface Channel {
  post(revision: number): void;
  listen(heard: (revision: number) => void): void;
}

export interface KeeperSetting {
  readonly store: Store;
  readonly channel: Channel;
  /** Revision that the page has begun with; 0 for a page that nothing was kept for. */
  readonly revision: number;
  /** Tells this tab from others, and this visit from the next. */
  readonly visit: string;
}

/** Milliseconds of rest after a change until it is saved. */
const REST = 400;

/** Milliseconds after which a new version begins. */
const VERSION = 2 * 60_000;

export function createKeeper(page: Page, { store, channel, revision: first, visit }: KeeperSetting): Keeper {
  const state = cell<KeepState>({ status: 'saved' });
  let revision = first;
  const begun = page.set.get();
  let saved = begun;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let series = 0;
  let began = performance.now();
  let working: Promise<void> = Promise.resolve();

  const seriesName = () => {
    if (performance.now() - began > VERSION) {
      began = performance.now();
      series += 1;
    }
    return `${visit} ${series}`;
  };
  const write = async (set: ScenarioSet, after: number | 'any') => {
    try {
      // What the visit began with stays, too.
      if (saved === begun) await store.keepVersion(begun, `${visit} begin`);
      await store.keepVersion(set, seriesName());
      const outcome = await store.save(set, after);
      if (outcome.status === 'behind') return state.set(outcome);
      ({ revision } = outcome);
      saved = set;
      channel.post(revision);
      state.set(page.set.get() === set ? { status: 'saved' } : { status: 'waiting' });
    } catch {
      state.set({ status: 'unavailable' });
    }
  };
  const save = (after?: 'any') => {
    clearTimeout(rest);
    working = working.then(() => {
      const set = page.set.get();
      if (after === undefined && (set === saved || page.viewOnly.get())) return undefined;
      if (after === undefined && state.get().status === 'behind') {
        return store.keepVersion(set, seriesName()).catch(() => state.set({ status: 'unavailable' }));
      }
      return write(set, after ?? revision);
    });
    return working;
  };

  page.set.watch(() => {
    if (page.viewOnly.get()) return;
    if (state.get().status === 'saved') state.set({ status: 'waiting' });
    clearTimeout(rest);
    rest = setTimeout(() => void save(), REST);
  });
  channel.listen((heard) => {
    if (heard <= revision || page.viewOnly.get()) return;
    void store.load().then((kept) => {
      if (kept !== undefined && kept.revision > revision) state.set({ status: 'behind', kept });
    });
  });

  return {
    state,
    versions: () => store.versions().catch(() => []),
    takeTheirs() {
      const now = state.get();
      if (now.status !== 'behind') return;
      ({ revision } = now.kept);
      saved = now.kept.set;
      state.set({ status: 'saved' });
      page.replace(now.kept.set);
    },
    async keepMine() {
      const now = state.get();
      if (now.status !== 'behind') return;
      await store.keepVersion(now.kept.set, `${visit} other ${now.kept.revision}`).catch(() => undefined);
      state.set({ status: 'waiting' });
      await save('any');
    },
    flush: () => save(),
  };
}
