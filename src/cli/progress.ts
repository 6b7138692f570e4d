import { onward, type Headway } from '../runs/headway.ts';
import type { RunProgress, CountedPhase } from '../runs/progress.ts';
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

type Shown = Pick<Session, 'terminal' | 'words'>;

/**
 * Progress as the terminal wants it: one line written over again and again where somebody watches it; where standard error
 * is a pipe or a file, a plain line now and then, and none of a run that is done within ten seconds.
 *
 * @param now        milliseconds
 * @param tolerance  gap at which a search stops
 */
export function progressOn(shown: Shown, tolerance?: number, now: () => number = Date.now): Progress {
  const { progress } = shown.terminal;
  if (progress === 'none') return { show: () => undefined, clear: () => undefined };
  return progress === 'line' ? oneLine(shown, tolerance, now) : plainLines(shown, now);
}

function oneLine(
  { terminal: { tell }, words: { say } }: Shown,
  tolerance: number | undefined,
  now: () => number,
): Progress {
  const elapsed = phaseClock(now);
  let headway: Headway | undefined;
  let shownAt = -Infinity;
  return {
    show(progress) {
      const time = now();
      const since = elapsed(progress, time);
      headway = onward(headway, progress, tolerance);
      if (time - shownAt < PAUSE) return;
      shownAt = time;
      const text = progress.phase === 'search' ? searchText(progress, headway, say) : countText(progress, since, say);
      tell(`${CLEAR_LINE}${text}`);
    },
    clear() {
      if (shownAt > -Infinity) tell(CLEAR_LINE);
    },
  };
}

function plainLines({ terminal: { tell }, words: { say } }: Shown, now: () => number): Progress {
  const elapsed = phaseClock(now);
  let headway: Headway | undefined;
  const start = now();
  let next = start + PAUSE_OF_LINES;
  return {
    show(progress) {
      const time = now();
      const since = elapsed(progress, time);
      headway = onward(headway, progress);
      if (time < next) return;
      next = time + (time - start < LATER_PAUSE_OF_LINES ? PAUSE_OF_LINES : LATER_PAUSE_OF_LINES);
      const texts = progress.phase === 'search' ? searchWords(progress, headway) : countWords(progress, since);
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

/** `Searching  ██████░░░░░░ point 3 of 9, round 12, at most 0.8 % from the best`, or `no plan yet`; the bar is of the whole run. */
export function searchText(progress: RunSearch, headway: Headway, say: Say): string {
  return `${phaseText('search', say)}  ${bar(headway.share)} ${joined(searchWords(progress, headway), say)}`;
}

function searchWords({ gap, point }: RunSearch, { hasPlan, rounds }: Headway): readonly string[] {
  const far = Number.isFinite(gap)
    ? [`at most ${percent(gap, gap < 0.001 ? 3 : gap < 0.1 ? 1 : 0)} from the best`]
    : hasPlan
      ? []
      : ['no plan yet'];
  return [...(point === undefined ? [] : [`point ${point.number} of ${point.of}`]), `round ${rounds}`, ...far];
}

function bar(share: number): string {
  const full = Math.round(BAR * share);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

function seconds(milliseconds: number): string {
  const left = Math.ceil(milliseconds / 1000);
  return left < 120 ? `${left} s` : `${Math.round(left / 60)} min`;
}
