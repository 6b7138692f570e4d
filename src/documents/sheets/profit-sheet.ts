import type { FinanceView } from '../../finance/finance-view.ts';
import { percent } from '../../report/numbers/exact.ts';
import { profitLines } from '../../report/sentences/profit-lines.ts';
import { firstDayOf } from '../../scenario/calendar.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type Sheet } from './sheet.ts';

/** Profit and loss and cash, a row for each period of the plan, for what comes after its end and for all. */
export function profitSheet(view: FinanceView, { finance: words, noise, sheets }: DocumentWords): Sheet {
  const { start, unit } = view.scenario;
  const { lines } = words;
  const [period, ...columns] = lines.columns;
  const [customers, revenue, media, otherCosts, profit, soFar, cash] = columns;
  return {
    name: sheets.profit,
    headings: [
      period,
      ...(start === undefined ? [] : [sheets.firstDay]),
      customers,
      revenue,
      media,
      otherCosts,
      profit,
      noise,
      soFar,
      cash,
      sheets.cashAtLeast(percent(view.chance, 0)),
    ],
    rows: profitLines(view, view.periods.length).map((each) => [
      lines.line(each, unit),
      ...(start === undefined ? [] : [each.kind === 'periods' ? firstDayOf(each.from, start, unit) : undefined]),
      cell(each.line.customers, 'count'),
      cell(each.line.revenue, 'money'),
      cell(each.line.media, 'money'),
      cell(each.line.otherCosts, 'money'),
      cell(each.line.profit.value, 'money'),
      cell(each.line.profit.standardError, 'money'),
      cell(each.soFar, 'money'),
      cell(each.cash, 'money'),
      cell(each.cash === undefined ? undefined : view.cash.atLeast[each.to - 1], 'money'),
    ]),
  };
}
