import { percent } from '../../src/report/numbers/exact.ts';
import type { RunProgress } from '../../src/runs/progress.ts';
import type { RunWords } from '../languages/dictionary.ts';
import { gapText } from '../numbers/gap.ts';
import { shareDone } from './progress.ts';

/** How far a run is, in words. */
export function progressText(progress: RunProgress, words: RunWords): string {
  if (progress.phase !== 'search') return words.counting[progress.phase](words.number(percent(shareDone(progress), 0)));
  if (progress.value === -Infinity) return words.noPlanYet;
  return words.searching(progress.gap < 1 ? words.number(gapText(progress.gap)) : undefined);
}
