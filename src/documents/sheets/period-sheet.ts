import type { Report } from '../../domain.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { firstDayOf } from '../../scenario/calendar.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { planLabel } from './plan-label.ts';
import { cell, type Sheet } from './sheet.ts';

/** What is spent in each channel and period in today's and in the last plan, and what it brings: one row each, with the date where the plan has one. */
export function periodSheet(report: Report, words: DocumentWords): Sheet {
  const { sheets, channels: own, result } = words;
  const { start, unit } = report.scenario;
  const plans = report.plans.length === 1 ? report.plans : [report.plans[0]!, report.plans.at(-1)!];
  return {
    name: sheets.periods,
    headings: [
      sheets.period,
      ...(start === undefined ? [] : [sheets.firstDay]),
      result.plan.channel,
      sheets.planColumn,
      sheets.spend,
      own.customers,
      own.revenue,
      own.profit,
    ],
    rows: Array.from({ length: report.scenario.periods }, (_, t) =>
      plans.flatMap(({ plan, channels }) =>
        channels.map(({ name, byPeriod }) => [
          cell(t + 1, 'whole'),
          ...(start === undefined ? [] : [firstDayOf(t + 1, start, unit)]),
          channelLabel(report, name),
          planLabel(plan, words),
          cell(byPeriod.spend[t], 'money'),
          cell(byPeriod.customers[t]?.value, 'count'),
          cell(byPeriod.revenue[t]?.value, 'money'),
          cell(byPeriod.profit[t]?.value, 'money'),
        ]),
      ),
    ).flat(),
  };
}
