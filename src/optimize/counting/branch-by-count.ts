import type { StopSign } from '../stop-sign.ts';
import type { Interval, LevelDraws } from './level-draws.ts';
import type { Levels } from './levels.ts';
import {
  coveringRow,
  firstPlaces,
  halvesOf,
  intervalsOf,
  isPossible,
  levelsAt,
  lessRounding,
  shareWithin,
  widestOf,
} from './boxes.ts';
import { noneDecided, reachingAt, reachingWithin, type Decided, type Reaching } from './reaching.ts';

export interface CountInput {
  readonly levels: Levels;
  readonly draws: LevelDraws;
  /** Whether the levels that are used may be, together. */
  readonly mayBeUsed: (used: readonly boolean[]) => boolean;
  /** What draws have to reach. */
  readonly least: number;
  /** How many draws reach it in the best plan that is known. */
  readonly known: number;
  /** How many more may stay open. */
  readonly allowed: number;
  /** How many draws reach it in truth in a plan that is allowed, at these levels or near them. */
  readonly look: (levels: Float64Array) => Promise<number>;
  readonly onProgress?: (state: { readonly parts: number; readonly best: number; readonly most: number }) => void;
  readonly signal?: StopSign;
}

/** What no plan exceeds, in draws, and how many parts of the search space were looked at. */
export interface Counted {
  readonly most: number;
  readonly parts: number;
}

/** Part of the search space: a place of each level. */
interface Part extends Reaching {
  readonly places: readonly number[];
}

/** Draws times levels that are looked at, some seconds of them. */
const MOST_WORK = 1e8;
/** Plans that may be looked at for being better. */
const MOST_LOOKS = 400;
/** Work after which one is looked at in any case: then this thread does something else for once. */
const WORK_BETWEEN_LOOKS = 2e6;

/**
 * Branch and bound over boxes of levels, the one in which most draws may reach the figure first. A draw reaches it there or not with
 * levels of its own choice, so that what may be reached is no less than what any one plan reaches, and the same in the end. Ends when no more
 * than what is allowed stays open, after so much work, or when it is stopped.
 */
export async function branchByCount(input: CountInput): Promise<Counted> {
  const { draws, levels, signal } = input;
  const { rows } = levels;
  const least = await lessRounding(levels, draws, input.least);
  const row = coveringRow(levels);
  const byMost: Part[][] = Array.from({ length: draws.draws + 1 }, () => []);
  let best = input.known;
  let [most, parts, work, lookedAt, looks] = [0, 0, 0, 0, 0];
  let doubtful = false;

  const visit = async (places: readonly number[], before: Decided): Promise<void> => {
    const intervals = await intervalsOf(draws, places);
    doubtful ||= intervals.some((interval) => interval.doubtful);
    if (!isPossible(rows, intervals)) return;
    work += before.open.length * places.length;
    parts += 1;
    const reaching = reachingWithin(before, draws.constant, intervals, row, least);
    const own = reaching.sure + reaching.open.length;
    if (own > best) byMost[own]!.push({ places, ...reaching });
    most = Math.max(most, own);
  };
  const nextPart = (): Part | undefined => {
    while (most > best && byMost[most]!.length === 0) most -= 1;
    return most > best ? byMost[most]!.pop() : undefined;
  };
  const lookWithin = async ({ sure, open }: Part, intervals: readonly Interval[]): Promise<void> => {
    const share = shareWithin(row, intervals);
    const isDue = work - lookedAt > WORK_BETWEEN_LOOKS;
    const seemsBetter = looks < MOST_LOOKS && sure + reachingAt(share, open, draws.constant, intervals, least) > best;
    if (!isDue && !seemsBetter) return;
    lookedAt = work;
    looks += 1;
    const reached = await input.look(levelsAt(share, intervals));
    best = Math.max(best, reached);
    input.onProgress?.({ parts, best, most: Math.max(most, best) });
  };

  const all = noneDecided(draws.draws);
  for (const places of firstPlaces(levels, input.mayBeUsed)) await visit(places, all);
  for (let part = nextPart(); part !== undefined; part = nextPart()) {
    if (most - best <= input.allowed || work > MOST_WORK || signal?.aborted === true) break;
    const intervals = await intervalsOf(draws, part.places);
    await lookWithin(part, intervals);
    const cut = widestOf(part.places, intervals, part.spread);
    if (cut === undefined) break;
    for (const half of halvesOf(part.places, cut)) await visit(half, part);
  }
  return { most: doubtful ? draws.draws : Math.max(most, best), parts };
}
