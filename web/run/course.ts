import type { RunProgress } from '../../src/runs/progress.ts';
import { shareDone } from './progress.ts';

/** How far a run is as a whole: it searches again and again, for a chance or for another budget, and judges at the end. */
export interface Course {
  readonly progress: RunProgress;
  /** Of the whole run, from 0 to less than 1; never less than before. */
  readonly share: number;
  /** Whether any search has found a plan. */
  readonly hasPlan: boolean;
  /** What was done before the part that is under way, as a share of the whole. */
  readonly from: number;
}

/** How many parts there will be is not known: the first search is taken for half of a run, each further part for a share of the rest. */
const OF_FIRST = 0.5;
const OF_FURTHER = 0.25;
/** Judging comes last. */
const OF_JUDGING = 0.9;

/** A run after its next sign of progress. */
export function onward(before: Course | undefined, progress: RunProgress): Course {
  const from = before === undefined ? 0 : isSamePart(before.progress, progress) ? before.from : before.share;
  const part = progress.phase === 'judge' ? OF_JUDGING : from === 0 ? OF_FIRST : OF_FURTHER;
  return {
    progress,
    share: Math.max(before?.share ?? 0, from + (1 - from) * part * shareDone(progress)),
    hasPlan: before?.hasPlan === true || (progress.phase === 'search' && progress.value > -Infinity),
    from,
  };
}

function isSamePart(before: RunProgress, now: RunProgress): boolean {
  if (before.phase === 'search') return now.phase === 'search' && now.iteration >= before.iteration;
  return now.phase === before.phase && now.done >= before.done;
}
