/** What the browser keeps for the planner: the open scenarios, and earlier versions of them. */
import { createStore, get, update } from 'idb-keyval';
import { dataOf, setFrom, type SetData } from '../share/set-data.ts';
import type { ScenarioSet } from '../state/scenario-set.ts';

/** A set as it was at a moment. */
export interface Kept {
  /** One more with every change, whichever tab makes it. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly set: ScenarioSet;
}

export interface Version {
  readonly at: number;
  readonly set: ScenarioSet;
}

export type Saved =
  | { readonly status: 'saved'; readonly revision: number }
  /** Another tab has saved since `after`: nothing was overwritten. */
  | { readonly status: 'behind'; readonly kept: Kept };

export interface Store {
  load(): Promise<Kept | undefined>;
  /** @param after  revision that the set was made from; any when it shall take the place of whatever is there */
  save(set: ScenarioSet, after: number | 'any'): Promise<Saved>;
  /** The newest first. */
  versions(): Promise<readonly Version[]>;
  /** Keeps a version; one of the same `series` takes the place of the one before it. */
  keepVersion(set: ScenarioSet, series: string): Promise<void>;
}

interface KeptData {
  readonly revision: number;
  readonly at: number;
  readonly data: SetData;
}

interface VersionData {
  readonly series: string;
  readonly at: number;
  readonly data: SetData;
}

export const MOST_VERSIONS = 40;

/** @param now  the time in milliseconds since 1970 */
export function openStore(name: string, now: () => number): Store {
  const place = createStore(name, 'sets');
  return {
    load: async () => keptOf(await get<KeptData>('set', place)),
    async save(set, after) {
      let saved: Saved | undefined;
      // One transaction: no tab can write between the look and the change.
      await update<KeptData>(
        'set',
        (before) => {
          const kept = keptOf(before);
          if (before !== undefined && kept !== undefined && after !== 'any' && kept.revision !== after) {
            saved = { status: 'behind', kept };
            return before;
          }
          const revision = (kept?.revision ?? 0) + 1;
          saved = { status: 'saved', revision };
          return { revision, at: now(), data: dataOf(set) };
        },
        place,
      );
      return saved!;
    },
    versions: async () => versionsOf(await get('versions', place)),
    keepVersion: (set, series) =>
      update<readonly VersionData[]>(
        'versions',
        (before) => {
          const others = Array.isArray(before) ? before.filter((one) => one.series !== series) : [];
          return [{ series, at: now(), data: dataOf(set) }, ...others].slice(0, MOST_VERSIONS);
        },
        place,
      ),
  };
}

/** What is in the store may be of another version of the page, or damaged. */
function keptOf(data: unknown): Kept | undefined {
  const { revision, at, data: inside } = (data ?? {}) as Partial<KeptData>;
  const set = setFrom(inside);
  if (set === undefined || typeof revision !== 'number' || typeof at !== 'number') return undefined;
  return { revision, at, set };
}

function versionsOf(data: unknown): readonly Version[] {
  if (!Array.isArray(data)) return [];
  return (data as readonly Partial<VersionData>[]).flatMap(({ at, data: inside }) => {
    const set = setFrom(inside);
    return set === undefined || typeof at !== 'number' ? [] : [{ at, set }];
  });
}
