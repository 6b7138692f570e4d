import type { FinanceView } from '../../finance/finance-view.ts';
import { largestSpendShare } from '../../report/sentences/finance.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { financeFigures } from '../parts/finance-figures.ts';
import { cell, type Sheet, type SheetCell } from './sheet.ts';

/** What finance asks for first, and how much depends on few channels: one figure a row. */
export function financeSheet(
  view: FinanceView,
  { finance: words, result, noise, sheets, comma }: DocumentWords,
): Sheet {
  const { figures, dependence } = words;
  const { spend, revenue, largest } = view.concentration;
  const [, index, equal, largestShare] = dependence.columns;
  const shares = (name: string, value: number | undefined, share: number | undefined): readonly SheetCell[][] =>
    value === undefined
      ? []
      : [
          [`${name}: ${index}`, cell(value, 'ratio')],
          [`${name}: ${equal}`, cell(1 / value, 'count')],
          [`${name}: ${largestShare}`, cell(share, 'share')],
        ];
  const lost = (what: string, change: { readonly value: number; readonly standardError: number }): SheetCell[] => [
    [dependence.largest(channelLabel(view, largest!.channel)), what, view.scenario.currency].join(comma),
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
        : [lost(dependence.closed, largest.closed), lost(dependence.fails, largest.fails)]),
    ],
  };
}
