import { isCertain } from '../sentences/spread.ts';
import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** How far the plan can be from the best possible, and how much its figures are to be trusted. */
export function certaintySection({ report, width, words }: Page): Section {
  const { optimization } = report;
  const { proof, stability, draws, noises } = words.result.say;
  const found = optimization !== undefined && 'plan' in optimization ? [proof(report, optimization)] : [];
  return {
    title: words.result.sure,
    lines: wrapItems([...found, ...stability(report), draws(report), ...(isCertain(report) ? [] : [noises])], width),
  };
}
