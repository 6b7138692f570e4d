import { percentAtMost } from '../../src/report/numbers/at-most.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import type { RunWords } from '../languages/dictionary.ts';
import type { Course } from './course.ts';
import { shareDone } from './progress.ts';

/** How far a run is, in words. */
export function progressText({ progress, hasPlan }: Course, words: RunWords): string {
  if (progress.phase !== 'search') return words.counting[progress.phase](words.number(percent(shareDone(progress), 0)));
  if (!hasPlan) return words.noPlanYet;
  return words.searching(progress.gap < 1 ? words.number(percentAtMost(progress.gap)) : undefined);
}
