import type { FinanceOfChannel, FinanceView, PeriodLine } from '../../finance/finance-view.ts';
import { figure } from '../numbers/estimate.ts';
import { amount, NOTHING, percent } from '../numbers/exact.ts';
import { grouped } from '../numbers/grouped.ts';
import { rough } from '../numbers/rough.ts';
import { financeCaveats, financeHeadline } from '../sentences/finance.ts';
import { channelLabel } from '../sentences/names.ts';
import { shortened } from './display-width.ts';
import type { Section } from './page.ts';
import { sheetText, type Look, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;
/** Of more periods, only so many lines are shown: sums of several. */
const MOST_LINES = 26;

/** A plan as finance sees it, as text that ends with a line end. */
export function financeText(view: FinanceView, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: view.scenario,
      headline: financeHeadline(view),
      sections: (look) => [profitAndLoss(view, look), channelSection(view, look), concentrationSection(view, look)],
      sure: financeCaveats(view),
      notes: view.notes,
    },
    options,
  );
}

interface Line {
  readonly name: string;
  readonly line: PeriodLine;
  readonly cumulative?: number;
  readonly cash?: number;
}

/** Profit and loss by period, with what has come together and the cash in hand. */
function profitAndLoss(view: FinanceView, { width, paint }: Look): Section {
  const { unit, currency } = view.scenario;
  const step = Math.ceil(view.periods.length / MOST_LINES);
  const lines: Line[] = [];
  let cumulative = 0;
  for (let from = 0; from < view.periods.length; from += step) {
    const part = view.periods.slice(from, from + step);
    const line = part.reduce(added);
    cumulative += line.profit.value;
    const to = from + part.length;
    lines.push({
      name: part.length === 1 ? `${unit} ${to}` : `${unit}s ${from + 1}-${to}`,
      line,
      cumulative,
      cash: view.cash.path[to - 1]!,
    });
  }
  const last = view.cash.path.at(-1)!;
  const hasTail =
    view.tail.customers !== 0 || view.tail.profit.value !== 0 || view.cash.path.length > view.periods.length;
  const all: readonly Line[] = [
    ...lines,
    ...(hasTail
      ? [{ name: 'after the plan', line: view.tail, cumulative: cumulative + view.tail.profit.value, cash: last }]
      : []),
    { name: 'in all', line: view.total },
  ];
  const column = (heading: string, cell: (line: Line) => string): Column => ({
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
        column('profit\nso far', ({ cumulative: sofar }) => optional(sofar)),
        column('cash\nin hand', ({ cash }) => optional(cash)),
      ],
      { width, paint, total: true },
    ),
  };
}

function added(a: PeriodLine, b: PeriodLine): PeriodLine {
  return {
    customers: a.customers + b.customers,
    revenue: a.revenue + b.revenue,
    media: a.media + b.media,
    otherCosts: a.otherCosts + b.otherCosts,
    // Only the value is shown of sums of periods.
    profit: { value: a.profit.value + b.profit.value, standardError: 0 },
  };
}

/** What a customer costs and brings, by channel. */
function channelSection(view: FinanceView, { width, paint }: Look): Section {
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
        column('times\nits cost', ({ valuePerCustomer, cacFull }) =>
          valuePerCustomer === undefined || cacFull === undefined || !(cacFull > 0)
            ? NOTHING
            : grouped(valuePerCustomer / cacFull, 1),
        ),
        column('hours', ({ hours }) => rough(hours, 'hours')),
        column('profit', ({ profit }) => money(profit)),
      ],
      { width, paint },
    ),
  };
}

function concentrationSection(view: FinanceView, { width, paint }: Look): Section | undefined {
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
        { heading: '', align: 'left', cells: rows.map(({ name }) => ({ text: name })) },
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
                  text: percent(name === 'revenue' ? view.concentration.largest!.share : largestSpend(view), 0),
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
      { width, paint },
    ),
  };
}

function largestSpend({ channels, plan: { totalSpend } }: FinanceView): number {
  return totalSpend > 0 ? Math.max(...channels.map(({ spend }) => spend)) / totalSpend : 0;
}
