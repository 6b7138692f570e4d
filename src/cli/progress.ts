import type { CountedPhase, RunProgress } from '../runs/run.ts';
import { USUAL_TOLERANCE } from '../optimize/usual-tolerance.ts';
import { percent } from '../report/numbers/exact.ts';
import type { Terminal } from './terminal.ts';

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
export function progressOn(terminal: Terminal, tolerance = USUAL_TOLERANCE, now: () => number = Date.now): Progress {
  if (terminal.progress === 'none') return { show: () => undefined, clear: () => undefined };
  return terminal.progress === 'line' ? oneLine(terminal, tolerance, now) : plainLines(terminal, now);
}

function oneLine({ tell }: Terminal, tolerance: number, now: () => number): Progress {
  const elapsed = phaseClock(now);
  let shownAt = -Infinity;
  let firstGap = Infinity;
  return {
    show(progress) {
      const time = now();
      const since = elapsed(progress, time);
      if (progress.phase === 'search' && (progress.iteration <= 1 || !Number.isFinite(firstGap))) {
        firstGap = progress.gap;
      }
      if (time - shownAt < PAUSE) return;
      shownAt = time;
      const text = progress.phase === 'search' ? searchText(progress, firstGap, tolerance) : countText(progress, since);
      tell(`${CLEAR_LINE}${text}`);
    },
    clear() {
      if (shownAt > -Infinity) tell(CLEAR_LINE);
    },
  };
}

function plainLines({ tell }: Terminal, now: () => number): Progress {
  const elapsed = phaseClock(now);
  const start = now();
  let next = start + PAUSE_OF_LINES;
  return {
    show(progress) {
      const time = now();
      const since = elapsed(progress, time);
      if (time < next) return;
      next = time + (time - start < LATER_PAUSE_OF_LINES ? PAUSE_OF_LINES : LATER_PAUSE_OF_LINES);
      const words = progress.phase === 'search' ? searchWords(progress) : countWords(progress, since);
      tell(`${PHASES[progress.phase]}: ${words}, ${seconds(time - start)} so far\n`);
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
const WIDEST = 'Searching'.length;

/** `Judging    ██████░░░░░░ 50 %, about 2 s left`. */
export function countText(progress: RunProgress & { phase: CountedPhase }, elapsed: number): string {
  const { phase, done, total } = progress;
  return `${PHASES[phase].padEnd(WIDEST)}  ${bar(done / total)} ${countWords(progress, elapsed)}`;
}

/** `50 %, about 2 s left`. */
function countWords({ done, total }: RunProgress & { phase: CountedPhase }, elapsed: number): string {
  const left = elapsed >= FIRST_GUESS && done > 0 ? `, about ${seconds((elapsed / done) * (total - done))} left` : '';
  return `${percent(done / total, 0)}${left}`;
}

/** `Searching  ██████░░░░░░ point 3 of 9, round 12, at most 0.8 % from the best`, or `no plan yet`. */
export function searchText(progress: RunProgress & { phase: 'search' }, firstGap: number, tolerance: number): string {
  const closed = Math.log(firstGap / progress.gap) / Math.log(firstGap / tolerance);
  const share = Number.isFinite(closed) ? Math.min(1, Math.max(0, closed)) : 0;
  return `${PHASES.search}  ${bar(share)} ${searchWords(progress)}`;
}

function searchWords({ iteration, value, gap, point }: RunProgress & { phase: 'search' }): string {
  const far = Number.isFinite(gap)
    ? `, at most ${percent(gap, gap < 0.001 ? 3 : gap < 0.1 ? 1 : 0)} from the best`
    : value === -Infinity
      ? ', no plan yet'
      : '';
  const which = point === undefined ? '' : `point ${point.number} of ${point.of}, `;
  return `${which}round ${iteration}${far}`;
}

function bar(share: number): string {
  const full = Math.round(BAR * share);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

function seconds(milliseconds: number): string {
  const left = Math.ceil(milliseconds / 1000);
  return left < 120 ? `${left} s` : `${Math.round(left / 60)} min`;
}
