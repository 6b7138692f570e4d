import { exchangeText, reasonText } from '../sentences/reasons.ts';
import type { Page, Section } from './page.ts';
import { wrapItems } from './wrap.ts';

/** Why each channel gets what it gets; undefined where it was not asked. */
export function reasonSection({ report, width }: Page): Section | undefined {
  const { optimization } = report;
  if (optimization === undefined || !('plan' in optimization) || optimization.reasons === undefined) return undefined;
  return {
    title: 'Why each channel gets what it gets',
    lines: wrapItems(
      [...optimization.reasons.map((reason) => reasonText(report, reason)), ...exchangeText(report)],
      width,
    ),
  };
}
