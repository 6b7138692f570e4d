import type { ChannelSummary, Estimate, Report } from '../../domain.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { planLabel } from './plan-label.ts';
import { cell, type NumberFormat, type Sheet } from './sheet.ts';

/** What each channel brings in today's and in the last plan, with its noise. */
export function channelSheet(report: Report, words: DocumentWords): Sheet {
  const { sheets, channels: own, result, noise } = words;
  const figures: readonly (readonly [string, NumberFormat, (channel: ChannelSummary) => Estimate | undefined])[] = [
    [sheets.totals['cost']!, 'money', ({ cost }) => cost],
    [sheets.totals['leads']!, 'count', ({ leads }) => leads],
    [own.customers, 'count', ({ customers }) => customers],
    [own.revenue, 'money', ({ revenue }) => revenue],
    [own.profit, 'money', ({ profit }) => profit],
    [own.hours, 'count', ({ hours }) => hours],
    [own.roas, 'ratio', ({ roas }) => roas],
    [own.marginalRoas, 'ratio', ({ marginalRoas }) => marginalRoas],
    [sheets.nextUnit, 'ratio', ({ marginalProfit }) => marginalProfit],
    [sheets.cacCash, 'money', ({ spend, cacCash }) => (spend > 0 ? cacCash : undefined)],
    [own.cacFull, 'money', ({ spend, cacFull }) => (spend > 0 ? cacFull : undefined)],
  ];
  const plans = report.plans.length === 1 ? report.plans : [report.plans[0]!, report.plans.at(-1)!];
  return {
    name: sheets.channels,
    headings: [
      result.plan.channel,
      sheets.planColumn,
      sheets.spend,
      ...figures.flatMap(([heading]) => [heading, noise]),
    ],
    rows: plans[0]!.channels.flatMap(({ name }, c) =>
      plans.map((plan) => {
        const channel = plan.channels[c]!;
        return [
          channelLabel(report, name),
          planLabel(plan.plan, words),
          cell(channel.spend, 'money'),
          ...figures.flatMap(([, format, of]) => {
            const estimate = of(channel);
            return [cell(estimate?.value, format), cell(estimate?.standardError, format)];
          }),
        ];
      }),
    ),
  };
}
