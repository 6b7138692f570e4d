import { percentAtMost } from '../../src/report/numbers/at-most.ts';
import { percent } from '../../src/report/numbers/exact.ts';
import { shareDone, type Headway } from '../../src/runs/headway.ts';
import type { RunWords } from '../languages/dictionary.ts';

/** How far a run is, in words. */
export function progressText({ progress, hasPlan }: Headway, words: RunWords): string {
  if (progress.phase !== 'search') return words.counting[progress.phase](words.number(percent(shareDone(progress), 0)));
  if (!hasPlan) return words.noPlanYet;
  return words.searching(progress.gap < 1 ? words.number(percentAtMost(progress.gap)) : undefined);
}
