import type { RunProgress } from './progress.ts';

/** How far a run is as a whole: it searches again and again, for a chance or for another budget, and judges at the end. */
export interface Headway {
  readonly progress: RunProgress;
  /** Of the whole run, from 0 to less than 1; never less than before. */
  readonly share: number;
  /** Whether any search has found a plan. */
  readonly hasPlan: boolean;
  /** Rounds of all searches. */
  readonly rounds: number;
  /** What was done before the part that is under way, as a share of the whole. */
  readonly from: number;
}

/** `USUAL_TOLERANCE`, held by a test: the page would fetch a file more for it. */
const FOUND = 5e-4;

/** Down to it powers of ten are counted: there is no end to those of no gap at all. */
const LEAST_TOLERANCE = 1e-9;

/** How many parts there will be is not known: the first search is taken for half of a run, each further part for a share of the rest. */
const OF_FIRST = 0.5;
const OF_FURTHER = 0.25;
/** Judging comes last. */
const OF_JUDGING = 0.9;

/**
 * A run after its next sign of progress.
 *
 * @param tolerance  gap at which a search is over
 */
export function onward(before: Headway | undefined, progress: RunProgress, tolerance?: number): Headway {
  const isOn = before !== undefined && isSamePart(before.progress, progress);
  const from = before === undefined ? 0 : isOn ? before.from : before.share;
  const part = progress.phase === 'judge' ? OF_JUDGING : from === 0 ? OF_FIRST : OF_FURTHER;
  const rounds = roundsOf(progress) - (isOn ? roundsOf(before.progress) : 0);
  return {
    progress,
    share: Math.max(before?.share ?? 0, from + (1 - from) * part * shareDone(progress, tolerance)),
    hasPlan: before?.hasPlan === true || (progress.phase === 'search' && progress.value > -Infinity),
    rounds: (before?.rounds ?? 0) + rounds,
    from,
  };
}

/** How much of its phase a run has done, from 0 to 1. A gap closes by powers of ten rather than by steps. */
export function shareDone(progress: RunProgress, tolerance = FOUND): number {
  if (progress.phase !== 'search') return progress.total === 0 ? 0 : progress.done / progress.total;
  const least = Math.max(tolerance, LEAST_TOLERANCE);
  return Math.max(0, closed(Math.max(progress.gap, least)) / closed(least));
}

/** By how many powers of ten a gap has closed, straight from one to the next: the engine's logarithm is not worth fetching for it. */
function closed(gap: number): number {
  let powers = 0;
  for (; gap < 0.1; gap *= 10) powers++;
  return powers + (1 - gap) / 0.9;
}

function isSamePart(before: RunProgress, now: RunProgress): boolean {
  if (before.phase === 'search') return now.phase === 'search' && now.iteration >= before.iteration;
  return now.phase === before.phase && now.done >= before.done;
}

function roundsOf(progress: RunProgress): number {
  return progress.phase === 'search' ? progress.iteration : 0;
}
