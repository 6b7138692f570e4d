import type { CountedPhase, RunProgress } from '../runs/run.ts';
import { USUAL_TOLERANCE } from '../optimize/optimize.ts';
import { percent } from '../report/numbers/exact.ts';
import type { Terminal } from './terminal.ts';

/** Shows on one line how the work goes on. */
export interface ProgressLine {
  readonly show: (progress: RunProgress) => void;
  /** Takes the line away. */
  clear(): void;
}

const BAR = 24;
/** Milliseconds between two looks of the line. */
const PAUSE = 80;
/** Milliseconds of work before a remaining time is worth telling. */
const FIRST_GUESS = 500;
const CLEAR_LINE = '\r\u001b[2K';

/**
 * @param now        milliseconds
 * @param tolerance  gap at which a search stops
 */
export function progressLine(
  terminal: Terminal,
  tolerance = USUAL_TOLERANCE,
  now: () => number = Date.now,
): ProgressLine {
  if (!terminal.shows) return { show: () => undefined, clear: () => undefined };
  let shownAt = -Infinity;
  let counting: { readonly phase: CountedPhase; readonly since: number } | undefined;
  let firstGap = Infinity;
  return {
    show(progress) {
      const time = now();
      if (progress.phase !== 'search') {
        if (counting?.phase !== progress.phase) counting = { phase: progress.phase, since: time };
      } else {
        counting = undefined;
        if (progress.iteration <= 1 || !Number.isFinite(firstGap)) firstGap = progress.gap;
      }
      if (time - shownAt < PAUSE) return;
      shownAt = time;
      const text =
        progress.phase === 'search'
          ? searchText(progress, firstGap, tolerance)
          : countText(progress, time - counting!.since);
      terminal.tell(`${CLEAR_LINE}${text}`);
    },
    clear() {
      if (shownAt > -Infinity) terminal.tell(CLEAR_LINE);
    },
  };
}

/** What is done in each phase, as wide as `Searching`. */
const COUNTED: Readonly<Record<CountedPhase, string>> = {
  judge: 'Judging  ',
  ranges: 'Ranging  ',
  stability: 'Repeating',
};

/** `Judging    ██████░░░░░░ 50 %, about 2 s left`. */
export function countText({ phase, done, total }: RunProgress & { phase: CountedPhase }, elapsed: number): string {
  const share = done / total;
  const left = elapsed >= FIRST_GUESS && done > 0 ? `, about ${seconds((elapsed / done) * (total - done))} left` : '';
  return `${COUNTED[phase]}  ${bar(share)} ${percent(share, 0)}${left}`;
}

/** `Searching  ██████░░░░░░ point 3 of 9, round 12, at most 0.8 % from the best`, or `no plan yet`. */
export function searchText(
  { iteration, value, gap, point }: RunProgress & { phase: 'search' },
  firstGap: number,
  tolerance: number,
): string {
  const closed = Math.log(firstGap / gap) / Math.log(firstGap / tolerance);
  const share = Number.isFinite(closed) ? Math.min(1, Math.max(0, closed)) : 0;
  const far = Number.isFinite(gap)
    ? `, at most ${percent(gap, gap < 0.001 ? 3 : gap < 0.1 ? 1 : 0)} from the best`
    : value === -Infinity
      ? ', no plan yet'
      : '';
  const which = point === undefined ? '' : `point ${point.number} of ${point.of}, `;
  return `Searching  ${bar(share)} ${which}round ${iteration}${far}`;
}

function bar(share: number): string {
  const full = Math.round(BAR * share);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

function seconds(milliseconds: number): string {
  const left = Math.ceil(milliseconds / 1000);
  return left < 120 ? `${left} s` : `${Math.round(left / 60)} min`;
}
