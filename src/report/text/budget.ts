import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** The budget that would earn the most; undefined where it is not known. */
export function budgetSection({ report, width, words }: Page): Section | undefined {
  const sentences = words.result.say.freeBudget(report);
  return sentences.length === 0 ? undefined : { title: words.result.budget, lines: wrapItems(sentences, width) };
}
