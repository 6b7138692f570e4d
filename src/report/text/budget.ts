import { freeBudget } from '../sentences/free-budget.ts';
import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** The budget that would earn the most; undefined where it is not known. */
export function budgetSection({ report, width }: Page): Section | undefined {
  const sentences = freeBudget(report);
  return sentences.length === 0 ? undefined : { title: 'The budget', lines: wrapItems(sentences, width) };
}
