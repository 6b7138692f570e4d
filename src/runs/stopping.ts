/** How a run gives up searching without giving up what it has found. */
import type { Optimization, Stopped, WishResult } from '../domain.ts';
import { Cancelled } from '../errors.ts';
import { USUAL_TOLERANCE } from '../optimize/usual-tolerance.ts';
import { unlessCancelled, type StopSign } from '../optimize/stop-sign.ts';
import { percentAtMost } from '../report/numbers/at-most.ts';
import { listText } from '../report/sentences/words.ts';
import type { RunOptions } from './run-options.ts';

/** Marginal returns are known to this share. */
const ROUNDING = 1e-3;

type Stops = Pick<RunOptions, 'stop' | 'signal'>;

/** What ends the searches of a run: its own end, or the wish for the best so far. */
export function stopSign({ stop, signal }: Stops): StopSign {
  return {
    get aborted() {
      return stop?.aborted === true || signal?.aborted === true;
    },
  };
}

/**
 * What `work` makes; undefined when searching was stopped before it was done.
 *
 * @throws Cancelled  when the whole run is
 */
export async function unlessStopped<T>({ stop, signal }: Stops, work: () => Promise<T>): Promise<T | undefined> {
  if (stop?.aborted) return undefined;
  const made = await unlessCancelled(work());
  if (signal?.aborted) throw new Cancelled();
  // A search that was stopped ends with what it has, which is not what was asked for.
  return stop?.aborted ? undefined : made;
}

/** What a search that was stopped left open; undefined when its answer is complete. */
export function stoppedShort(found: Optimization, tolerance = USUAL_TOLERANCE): Stopped | undefined {
  if (found.status === 'unreachable') return { missesTargets: true };
  if (!('plan' in found)) return undefined;
  const misses = missesTargets(found);
  return isGapKnown(found) && found.gap <= tolerance && !misses ? undefined : { missesTargets: misses };
}

/** The same for one of several plans, in plain words. */
export function stopNote(found: Optimization, tolerance = USUAL_TOLERANCE): string | undefined {
  if (found.status === 'unreachable') return 'The search was stopped: a longer one may come nearer to what is asked.';
  if (!('plan' in found)) return undefined;
  const stopped = stoppedShort(found, tolerance);
  if (stopped === undefined) return undefined;
  const missing = stopped.missesTargets ? ' It does not reach all targets yet.' : '';
  return isGapKnown(found)
    ? `The search was stopped: the plan may be up to ${percentAtMost(found.gap)} short of the best.${missing}`
    : `The search was stopped: there may be a better plan, and how much better is not known.${missing}`;
}

function isGapKnown({ gap, gapKind }: Extract<Optimization, { readonly plan: unknown }>): boolean {
  return gapKind !== 'none' && Number.isFinite(gap);
}

/** Whether a search was stopped before it had a plan that reaches all targets on the search draws. */
export function missesTargets(found: Optimization): boolean {
  return 'plan' in found && found.wishes.some(isMissed);
}

/** What is said of figures of plans whose search was stopped; the search itself tells more, see {@link stopNote}. */
export function stoppedNotes({ stop }: Stops, searched: boolean): readonly string[] {
  return searched && stop?.aborted
    ? ['The search was stopped: plans that it was to find may be short of the best, or missing.']
    : [];
}

/** Of what is searched by trial: what is a limit of the search is kept by all its plans. */
function isMissed({ wish, asked, reached }: WishResult): boolean {
  const byTrial = 'target' in wish && (wish.target.probability !== undefined || wish.target.metric === 'marginalRoas');
  return byTrial && reached < asked * (1 - ROUNDING);
}

/** What else was to be searched, and is there unless a stop left it out. */
export interface Further {
  readonly what: string;
  readonly wanted: boolean;
  readonly made: unknown;
}

/** What a stop left out, in plain words. */
export function leftOutNotes({ stop }: Stops, further: readonly Further[]): readonly string[] {
  const parts = further.filter(({ wanted, made }) => wanted && made === undefined).map(({ what }) => what);
  return !stop?.aborted || parts.length === 0 ? [] : [`Not searched because of the stop: ${listText(parts)}.`];
}
