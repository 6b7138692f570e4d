import { sureTexts } from '../sure.ts';
import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** How far the plan can be from the best possible, and how much its figures are to be trusted. */
export function certaintySection({ report, width, words }: Page): Section {
  return { title: words.result.sure, lines: wrapItems(sureTexts(report, words.result.say), width) };
}
