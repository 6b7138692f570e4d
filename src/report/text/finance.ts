import type { FinanceOfChannel, FinanceView } from '../../finance/finance-view.ts';
import { figure } from '../numbers/estimate.ts';
import { amount, NOTHING, percent } from '../numbers/exact.ts';
import { grouped } from '../numbers/grouped.ts';
import { rough } from '../numbers/rough.ts';
import type { PeriodUnit } from '../../domain.ts';
import type { TextWords } from '../languages/text-words.ts';
import { range } from '../sentences/range.ts';
import { profitLines, type ProfitLine } from '../sentences/profit-lines.ts';
import { largestSpendShare, timesItsCost } from '../sentences/finance.ts';
import { channelLabel } from '../sentences/names.ts';
import { AFTER_END, cohortSections } from './cohorts.ts';
import { shortened } from './display-width.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;
/** Of more periods, only so many lines are shown: sums of several. */
const MOST_LINES = 26;

/** A plan as finance sees it, as text that ends with a line end. */
export function financeText(view: FinanceView, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: view.scenario,
      headline: (words) => words.finance.headline(view),
      sections: (look) => [
        profitAndLoss(view, look),
        channelSection(view, look),
        ...cohortSections(view, look),
        concentrationSection(view, look),
      ],
      sure: (words) => words.finance.sure(view),
      notes: view.notes,
    },
    options,
  );
}

/** Profit and loss by period, with what has come together and the cash in hand. */
function profitAndLoss(view: FinanceView, look: Look): Section {
  const { unit, currency } = view.scenario;
  const all = profitLines(view, MOST_LINES).map((line) => ({ ...line, name: nameOf(line, unit, look.words) }));
  const column = (heading: string, cell: (line: ProfitLine) => string): Column => ({
    heading,
    align: 'right',
    cells: all.map((line): Cell => ({ text: cell(line) })),
  });
  const optional = (value: number | undefined) => (value === undefined ? '' : rough(value, 'money'));
  return {
    title: `Profit and loss, ${currency}`,
    lines: table(
      [
        { heading: '', align: 'left', cells: all.map(({ name }) => ({ text: name })) },
        column('customers', ({ line }) => rough(line.customers, 'count')),
        column('revenue', ({ line }) => rough(line.revenue, 'money')),
        column('media', ({ line }) => amount(line.media)),
        column('other\ncosts', ({ line }) => rough(line.otherCosts, 'money')),
        column('profit', ({ line }) => rough(line.profit.value, 'money')),
        column('profit\nso far', ({ soFar }) => optional(soFar)),
        column('cash\nin hand', ({ cash }) => optional(cash)),
      ],
      { ...look, total: true },
    ),
  };
}

function nameOf({ kind, from, to }: ProfitLine, unit: PeriodUnit, { say, periods }: TextWords): string {
  if (kind === 'after the end') return say(AFTER_END);
  if (kind === 'carry-in after the end') return say('after, earlier');
  if (kind === 'total') return say('in all');
  return periods(range(from, to), unit);
}

/** What a customer costs and brings, by channel. */
function channelSection(view: FinanceView, look: Look): Section {
  const { channels } = view;
  const column = (heading: string, cell: (channel: FinanceOfChannel) => string): Column => ({
    heading,
    align: 'right',
    cells: channels.map((channel): Cell => ({ text: cell(channel) })),
  });
  const money = (value: number | undefined) => (value === undefined ? NOTHING : rough(value, 'money'));
  return {
    title: `What a customer costs and brings, ${view.scenario.currency}`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: channels.map(({ name }) => ({ text: shortened(channelLabel(view, name), LONGEST_NAME) })),
        },
        column('customers', ({ customers }) => rough(customers, 'count')),
        column('cost\nin cash', ({ cacCash }) => money(cacCash)),
        column('with\nhours', ({ cacFull }) => money(cacFull)),
        column('brings over\ntheir life', ({ valuePerCustomer }) => money(valuePerCustomer)),
        column('times\nits cost', (channel) => {
          const times = timesItsCost(channel);
          return times === undefined ? NOTHING : grouped(times, 1);
        }),
        column('hours', ({ hours }) => rough(hours, 'hours')),
        column('profit', ({ profit }) => money(profit)),
      ],
      look,
    ),
  };
}

function concentrationSection(view: FinanceView, look: Look): Section | undefined {
  const { spend, revenue } = view.concentration;
  const rows = [
    ...(spend === undefined ? [] : [{ name: 'spend', index: spend }]),
    ...(revenue === undefined ? [] : [{ name: 'revenue', index: revenue }]),
  ];
  if (rows.length === 0) return undefined;
  return {
    title: 'How much depends on few channels',
    lines: table(
      [
        { heading: '', align: 'left', cells: rows.map(({ name }) => ({ text: look.words.say(name) })) },
        { heading: 'Herfindahl index', align: 'right', cells: rows.map(({ index }) => ({ text: grouped(index, 3) })) },
        {
          heading: 'as so many equal channels',
          align: 'right',
          cells: rows.map(({ index }) => ({ text: grouped(1 / index, 1) })),
        },
        ...(view.concentration.largest === undefined
          ? []
          : [
              {
                heading: 'largest share',
                align: 'right' as const,
                cells: rows.map(({ name }) => ({
                  text: percent(name === 'revenue' ? view.concentration.largest!.share : largestSpendShare(view), 0),
                })),
              },
              {
                heading: 'if the largest fails',
                align: 'right' as const,
                cells: rows.map(({ name }) =>
                  name === 'revenue' ? figure(view.concentration.largest!.fails, 'money') : { text: '' },
                ),
              },
            ]),
      ],
      look,
    ),
  };
}
