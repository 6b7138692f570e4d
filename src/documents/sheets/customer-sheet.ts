import type { FinanceView } from '../../finance/finance-view.ts';
import { timesItsCost } from '../../report/sentences/finance.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type Sheet } from './sheet.ts';

/** What a customer of each channel costs and brings over their life. */
export function customerSheet(view: FinanceView, { finance: words, sheets }: DocumentWords): Sheet {
  return {
    name: sheets.customers,
    headings: words.customers.columns,
    rows: view.channels.map((channel) => [
      channelLabel(view, channel.name),
      cell(channel.customers, 'count'),
      cell(channel.cacCash, 'money'),
      cell(channel.cacFull, 'money'),
      cell(channel.valuePerCustomer, 'money'),
      cell(timesItsCost(channel), 'ratio'),
      cell(channel.hours, 'count'),
      cell(channel.profit, 'money'),
    ]),
  };
}
