import type { Report } from '../../domain.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { planLabel } from './plan-label.ts';
import { cell, type Sheet, type SheetCell } from './sheet.ts';

/** What each channel gets in each plan, and how the last plan differs from today's. */
export function planSheet(report: Report, words: DocumentWords): Sheet {
  const { plans, ranges } = report;
  const { sheets, result } = words;
  const [today, last] = [plans[0]!, plans.at(-1)!];
  const changes = last !== today;
  const row = (name: string, of: (p: number) => number): SheetCell[] => {
    const [before, after] = [of(0), of(plans.length - 1)];
    return [
      name,
      ...plans.map((_, p) => cell(of(p), 'money')),
      ...(changes
        ? [cell(after - before, 'money'), cell(before > 0 ? (after - before) / before : undefined, 'share')]
        : []),
    ];
  };
  return {
    name: sheets.plan,
    headings: [
      result.plan.channel,
      ...plans.map(({ plan }) => planLabel(plan, words)),
      ...(changes ? [sheets.change, sheets.inPercent] : []),
      ...(ranges === undefined ? [] : [result.ranges.from, result.ranges.to]),
    ],
    rows: [
      ...today.channels.map(({ name }, c) => [
        ...row(channelLabel(report, name), (p) => plans[p]!.channels[c]!.spend),
        ...(ranges === undefined
          ? []
          : [cell(ranges.channels[c]!.least.total, 'money'), cell(ranges.channels[c]!.most.total, 'money')]),
      ]),
      row(result.plan.total, (p) => plans[p]!.totalSpend),
    ],
  };
}
