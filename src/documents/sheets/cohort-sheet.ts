import type { Cohort, CohortsView, FinanceView } from '../../finance/finance-view.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type Sheet, type SheetCell } from './sheet.ts';

/** What customers have brought by when they were won: a row for each age of each cohort of each channel, and of all together. */
export function cohortSheet(
  view: FinanceView,
  { ages, channels, all }: CohortsView,
  { finance: words, noise, sheets }: DocumentWords,
): Sheet {
  const { customers, cost, payback, sheet: own } = words.cohorts;
  const rowsOf = (name: string, cohorts: readonly Cohort[]) =>
    cohorts.flatMap((cohort) =>
      cohort.byAge.map(({ orders, value, range, paidBack }, place): readonly SheetCell[] => [
        name,
        cell(cohort.from, 'whole'),
        cell(cohort.to, 'whole'),
        cell(cohort.customers.value, 'count'),
        cell(cohort.cost.value, 'money'),
        cell(cohort.payback, 'count'),
        cell(ages[place], 'count'),
        cell(orders.value, 'ratio'),
        cell(value.value, 'money'),
        cell(value.standardError, 'money'),
        cell(range[0], 'money'),
        cell(range[1], 'money'),
        cell(paidBack.value, 'share'),
      ]),
    );
  return {
    name: sheets.cohorts,
    headings: [
      own.channel,
      own.from,
      own.to,
      customers,
      cost,
      payback(view.scenario.unit),
      own.age,
      own.orders,
      own.value,
      noise,
      own.low,
      own.high,
      own.paidBack,
    ],
    rows: [
      ...channels.flatMap(({ name, whole, spans }) => rowsOf(channelLabel(view, name), cohortsOf(whole, spans))),
      ...rowsOf(own.all, cohortsOf(all.whole, all.spans)),
    ],
  };
}

/** All that a channel wins, and, where that is told apart, by when they were won. */
function cohortsOf(whole: Cohort, spans: readonly Cohort[]): readonly Cohort[] {
  return spans.length > 1 ? [whole, ...spans] : [whole];
}
