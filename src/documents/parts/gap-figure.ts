import type { Goal } from '../../domain.ts';
import type { FigureWords } from '../../report/languages/result-words.ts';
import { percentAtMost, pointsAtMost } from '../../report/numbers/at-most.ts';
import { goalUnit, type Found } from '../../report/sentences/goal.ts';

/** How far from the best a plan can be at most, by name: of a chance in percentage points, else as a share. */
export function gapFigure({ gapKind, gap }: Found, goal: Goal, words: FigureWords, number: (text: string) => string) {
  const name = words.gap[gapKind];
  if (gapKind === 'none') return { name, text: words.noGap };
  if (goalUnit(goal) === 'chance') return { name: words.inPoints(name), text: words.atMost(pointsAtMost(gap)) };
  return { name, text: words.atMost(number(percentAtMost(gap))) };
}
