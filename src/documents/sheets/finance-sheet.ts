import type { Estimate } from '../../domain.ts';
import type { FinanceView } from '../../finance/finance-view.ts';
import { largestSpendShare } from '../../report/sentences/finance.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { financeFigures } from '../parts/finance-figures.ts';
import { cell, type Sheet, type SheetCell } from './sheet.ts';

/** What finance asks for first, and how much depends on few channels: one figure a row, and below them what is to be said of them. */
export function financeSheet(
  view: FinanceView,
  { finance: words, result, noise, sheets, comma }: DocumentWords,
  notes: readonly string[],
): Sheet {
  const { figures, dependence } = words;
  const { currency } = view.scenario;
  const nameOf = (channel: string) => channelLabel(view, channel);
  const { spend, revenue, largest } = view.concentration;
  const [, index, equal, largestShare] = dependence.columns;
  const shares = (name: string, value: number | undefined, share: number | undefined): readonly SheetCell[][] => {
    const named = (what: string) => [name, what].join(comma);
    return value === undefined
      ? []
      : [
          [named(index), cell(value, 'ratio')],
          [named(equal), cell(1 / value, 'count')],
          [named(largestShare), cell(share, 'share')],
        ];
  };
  const lost = (name: string, change: Estimate): SheetCell[] => [
    name,
    cell(change.value, 'money'),
    cell(change.standardError, 'money'),
  ];
  return {
    name: sheets.finance,
    headings: [...figures.columns, noise],
    rows: [
      ...financeFigures(view, figures, result.say.number).map(({ name, value, standardError, format }) => [
        name,
        cell(value, format),
        cell(standardError, format),
      ]),
      ...shares(dependence.spend, spend, largestSpendShare(view)),
      ...shares(dependence.revenue, revenue, largest?.share),
      ...(largest === undefined
        ? []
        : [
            lost(dependence.ifClosed(nameOf(largest.channel), currency), largest.closed),
            lost(dependence.ifFails(nameOf(largest.channel), currency), largest.fails),
          ]),
      ...(notes.length === 0 ? [] : [[], ...notes.map((note) => [note])]),
    ],
  };
}
