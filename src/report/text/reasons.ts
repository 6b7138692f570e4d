import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** Why each channel gets what it gets; undefined where it was not asked. */
export function reasonSection({ report, width, words }: Page): Section | undefined {
  const { optimization } = report;
  if (optimization === undefined || !('plan' in optimization) || optimization.reasons === undefined) return undefined;
  const { title, text, notes } = words.result.reasons;
  return {
    title,
    lines: wrapItems([...optimization.reasons.map((reason) => text(report, reason)), ...notes(report)], width),
  };
}
