import { draws, noises, proof } from '../sentences/proof.ts';
import { stabilityTexts } from '../sentences/stability.ts';
import { isCertain } from '../sentences/spread.ts';
import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** How far the plan can be from the best possible, and how much its figures are to be trusted. */
export function certaintySection({ report, width }: Page): Section {
  const { optimization } = report;
  const found = optimization !== undefined && 'plan' in optimization ? [proof(report, optimization)] : [];
  return {
    title: 'How sure this is',
    lines: wrapItems(
      [...found, ...stabilityTexts(report), draws(report), ...(isCertain(report) ? [] : [noises])],
      width,
    ),
  };
}
