import type { RunProgress, CountedPhase } from '../runs/progress.ts';
import { USUAL_TOLERANCE } from '../optimize/usual-tolerance.ts';
import { percent } from '../report/numbers/exact.ts';
import { displayWidth, padEnd } from '../report/text/display-width.ts';
import type { Session } from './session.ts';

/** Shows how the work goes on. */
export interface Progress {
  readonly show: (progress: RunProgress) => void;
  /** Takes away what is written over. */
  clear(): void;
}

const BAR = 24;
/** Milliseconds between two looks of the line. */
const PAUSE = 80;
/** Milliseconds between lines that stay, in the first minute and after it: a night's run fills no log. */
const PAUSE_OF_LINES = 10_000;
const LATER_PAUSE_OF_LINES = 60_000;
/** Milliseconds of work before a remaining time is worth telling. */
const FIRST_GUESS = 500;
const CLEAR_LINE = '\r\u001b[2K';

/**
 * Progress as the terminal wants it: one line written over again and again where somebody watches it; where standard error
 * is a pipe or a file, a plain line now and then, and none of a run that is done within ten seconds.
 *
 * @param now        milliseconds
 * @param tolerance  gap at which a search stops
 */
type Shown = Pick<Session, 'terminal' | 'words'>;

export function progressOn(shown: Shown, tolerance = USUAL_TOLERANCE, now: () => number = Date.now): Progress {
  const { progress } = shown.terminal;
  if (progress === 'none') return { show: () => undefined, clear: () => undefined };
  return progress === 'line' ? oneLine(shown, tolerance, now) : plainLines(shown, now);
}

function oneLine({ terminal: { tell }, words: { say } }: Shown, tolerance: number, now: () => number): Progress {
  const elapsed = phaseClock(now);
  const inRun = overSearches();
  let shownAt = -Infinity;
  let firstGap = Infinity;
  return {
    show(progress) {
      const time = now();
      const since = elapsed(progress, time);
      const told = progress.phase === 'search' ? inRun(progress) : progress;
      if (progress.phase === 'search' && (progress.iteration <= 1 || !Number.isFinite(firstGap))) {
        firstGap = progress.gap;
      }
      if (time - shownAt < PAUSE) return;
      shownAt = time;
      const text =
        told.phase === 'search' ? searchText(told, { firstGap, tolerance }, say) : countText(told, since, say);
      tell(`${CLEAR_LINE}${text}`);
    },
    clear() {
      if (shownAt > -Infinity) tell(CLEAR_LINE);
    },
  };
}

function plainLines({ terminal: { tell }, words: { say } }: Shown, now: () => number): Progress {
  const elapsed = phaseClock(now);
  const inRun = overSearches();
  const start = now();
  let next = start + PAUSE_OF_LINES;
  return {
    show(progress) {
      const time = now();
      const since = elapsed(progress, time);
      const told = progress.phase === 'search' ? inRun(progress) : progress;
      if (time < next) return;
      next = time + (time - start < LATER_PAUSE_OF_LINES ? PAUSE_OF_LINES : LATER_PAUSE_OF_LINES);
      const texts = told.phase === 'search' ? searchWords(told) : countWords(told, since);
      const all = joined([...texts, `${seconds(time - start)} so far`], say);
      tell(`${say(PHASES[progress.phase])}${say(': ')}${all}\n`);
    },
    clear: () => undefined,
  };
}

/** Milliseconds since the phase began that is under way; not asked of searches, which begin again and again. */
function phaseClock(now: () => number): (progress: RunProgress, time: number) => number {
  let under: { readonly phase: RunProgress['phase']; readonly since: number } = { phase: 'search', since: now() };
  return ({ phase }, time) => {
    if (under.phase !== phase) under = { phase, since: time };
    return time - under.since;
  };
}

/**
 * A search as part of a run: a run is many of them, one for each chance that is asked for or for the budget that would earn the most.
 * Each begins at round 1 and without a plan again; here rounds count on, and a plan that any of them found is one.
 */
function overSearches(): (progress: RunSearch) => RunSearch {
  let [before, now, value] = [0, 0, -Infinity];
  return (progress) => {
    if (progress.iteration < now) before += now;
    now = progress.iteration;
    if (progress.value > -Infinity) value = progress.value;
    return { ...progress, iteration: before + now, value };
  };
}

const PHASES: Readonly<Record<RunProgress['phase'], string>> = {
  search: 'Searching',
  judge: 'Judging',
  ranges: 'Ranging',
  stability: 'Repeating',
};

type RunSearch = RunProgress & { phase: 'search' };

/** Says a short text in the language of the terminal. */
type Say = (text: string) => string;

/** What is under way, as wide as the widest of them. */
function phaseText(phase: RunProgress['phase'], say: Say): string {
  const widest = Math.max(...Object.values(PHASES).map((text) => displayWidth(say(text))));
  return padEnd(say(PHASES[phase]), widest);
}

function joined(texts: readonly string[], say: Say): string {
  return texts.map(say).join(say(', '));
}

/** `Judging    ██████░░░░░░ 50 %, about 2 s left`. */
export function countText(progress: RunProgress & { phase: CountedPhase }, elapsed: number, say: Say): string {
  const { phase, done, total } = progress;
  return `${phaseText(phase, say)}  ${bar(done / total)} ${joined(countWords(progress, elapsed), say)}`;
}

/** `50 %`, `about 2 s left`. */
function countWords({ done, total }: RunProgress & { phase: CountedPhase }, elapsed: number): readonly string[] {
  const isKnown = elapsed >= FIRST_GUESS && done > 0;
  return [percent(done / total, 0), ...(isKnown ? [`about ${seconds((elapsed / done) * (total - done))} left`] : [])];
}

interface Closing {
  /** Where the search began, and where it stops. */
  readonly firstGap: number;
  readonly tolerance: number;
}

/** `Searching  ██████░░░░░░ point 3 of 9, round 12, at most 0.8 % from the best`, or `no plan yet`. */
export function searchText(progress: RunSearch, { firstGap, tolerance }: Closing, say: Say): string {
  const closed = Math.log(firstGap / progress.gap) / Math.log(firstGap / tolerance);
  const share = Number.isFinite(closed) ? Math.min(1, Math.max(0, closed)) : 0;
  return `${phaseText('search', say)}  ${bar(share)} ${joined(searchWords(progress), say)}`;
}

function searchWords({ iteration, value, gap, point }: RunSearch): readonly string[] {
  const far = Number.isFinite(gap)
    ? [`at most ${percent(gap, gap < 0.001 ? 3 : gap < 0.1 ? 1 : 0)} from the best`]
    : value === -Infinity
      ? ['no plan yet']
      : [];
  return [...(point === undefined ? [] : [`point ${point.number} of ${point.of}`]), `round ${iteration}`, ...far];
}

function bar(share: number): string {
  const full = Math.round(BAR * share);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

function seconds(milliseconds: number): string {
  const left = Math.ceil(milliseconds / 1000);
  return left < 120 ? `${left} s` : `${Math.round(left / 60)} min`;
}
