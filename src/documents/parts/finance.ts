import type { FinanceView } from '../../finance/finance-view.ts';
import { cashChart } from '../../pictures/charts/cash.tsx';
import { cohortsChart } from '../../pictures/charts/cohorts.tsx';
import { worthChart } from '../../pictures/charts/worth.tsx';
import type { ChartWords } from '../../pictures/words.ts';
import type { FinanceWords } from '../../report/languages/finance-words.ts';
import { changeFigure } from '../../report/numbers/estimate.ts';
import { amount, NOTHING, percent } from '../../report/numbers/exact.ts';
import { grouped } from '../../report/numbers/grouped.ts';
import { rough } from '../../report/numbers/rough.ts';
import { largestSpendShare, timesItsCost } from '../../report/sentences/finance.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { profitLines } from '../../report/sentences/profit-lines.ts';
import type { Chart } from '../../pictures/chart.ts';
import { figureColumns, text, type Block, type Section, type Table } from '../document.ts';
import { cohortTables } from './cohorts.ts';
import { financeFigures } from './finance-figures.ts';

/** Of more periods, several go into one line. */
const MOST_LINES = 26;

/**
 * The plan as finance sees it: what it is worth and needs, profit and cash by period, what customers bring, and dependence.
 *
 * @param notes  what else is to be said of the figures
 */
export function financeSections(
  view: FinanceView,
  words: FinanceWords,
  charts: ChartWords,
  notes: readonly string[] = [],
): readonly Section[] {
  const { first, rest } = words.headline(view);
  const sections: readonly Section[] = [
    {
      title: words.title,
      blocks: [
        { kind: 'sentences', sentences: [first, ...rest] },
        tableBlock(figureTable(view, words, charts)),
        { kind: 'sentences', sentences: [...words.sure(view), ...notes] },
      ],
    },
    {
      title: words.cash.title,
      blocks: [chartBlock(cashChart(view, words, charts)), tableBlock(profitTable(view, words))],
    },
    {
      title: words.customers.title,
      blocks: [...chartBlocks(worthChart(view, words)), tableBlock(customerTable(view, words))],
    },
    {
      title: words.cohorts.title,
      blocks: [
        ...chartBlocks(cohortsChart(view, words)),
        ...cohortTables(view, words.cohorts, words.customers.columns[0]).map(tableBlock),
      ],
    },
    { title: words.dependence.title, blocks: dependenceTables(view, words).map(tableBlock) },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function figureTable(view: FinanceView, { figures: words }: FinanceWords, { number }: ChartWords): Table {
  return {
    caption: words.title,
    columns: figureColumns(words.columns),
    rows: financeFigures(view, words, number).map(({ name, shown }) => [text(name), shown]),
  };
}

/** Profit and loss line by line, what has come together, and the cash in hand. */
export function profitTable(view: FinanceView, { lines: words }: FinanceWords): Table {
  const { unit, currency } = view.scenario;
  const money = (value: number | undefined) => (value === undefined ? '' : rough(value, 'money'));
  return {
    caption: words.caption(currency, view.isDiscounted),
    columns: figureColumns(words.columns),
    rows: profitLines(view, MOST_LINES).map((each) =>
      [
        words.line(each, unit),
        rough(each.line.customers, 'count'),
        money(each.line.revenue),
        amount(each.line.media),
        money(each.line.otherCosts),
        money(each.line.profit.value),
        money(each.soFar),
        money(each.cash),
      ].map(text),
    ),
    total: true,
    isLong: true,
  };
}

/** What a customer costs and brings, by channel, with the hours that it takes where it takes any. */
export function customerTable(view: FinanceView, { customers: words }: FinanceWords): Table {
  const money = (value: number | undefined) => (value === undefined ? NOTHING : rough(value, 'money'));
  const withHours = view.channels.some(({ hours }) => hours > 0);
  const [channelHeading, customers, cash, full, brings, times, hours, profit] = words.columns;
  return {
    caption: words.tableCaption(view.scenario.currency, withHours),
    columns: figureColumns([
      channelHeading,
      customers,
      cash,
      ...(withHours ? [full] : []),
      brings,
      times,
      ...(withHours ? [hours] : []),
      profit,
    ]),
    rows: view.channels.map((channel) => {
      const multiple = timesItsCost(channel);
      return [
        channelLabel(view, channel.name),
        rough(channel.customers, 'count'),
        money(channel.cacCash),
        ...(withHours ? [money(channel.cacFull)] : []),
        money(channel.valuePerCustomer),
        multiple === undefined ? NOTHING : grouped(multiple, 1),
        ...(withHours ? [rough(channel.hours, 'hours')] : []),
        money(channel.profit),
      ].map(text);
    }),
  };
}

/** How concentrated spend and revenue are, and what the loss of the largest channel would cost. */
export function dependenceTables(view: FinanceView, { dependence: words }: FinanceWords): readonly Table[] {
  const { spend, revenue, largest } = view.concentration;
  const row = (name: string, index: number | undefined, share: number | undefined) =>
    index === undefined
      ? []
      : [[name, grouped(index, 3), grouped(1 / index, 1), share === undefined ? '' : percent(share, 0)].map(text)];
  const rows = [...row(words.spend, spend, largestSpendShare(view)), ...row(words.revenue, revenue, largest?.share)];
  if (rows.length === 0) return [];
  return [
    { caption: words.caption, columns: figureColumns(words.columns), rows },
    ...(largest === undefined
      ? []
      : [
          {
            caption: words.largest(channelLabel(view, largest.channel)),
            columns: figureColumns(words.loss(view.scenario.currency)),
            rows: [
              [text(words.closed), changeFigure(largest.closed, 'money')],
              [text(words.fails), changeFigure(largest.fails, 'money')],
            ],
          },
        ]),
  ];
}

function tableBlock(table: Table): Block {
  return { kind: 'table', table };
}

function chartBlock(chart: Chart): Block {
  return { kind: 'chart', chart };
}

function chartBlocks(chart: Chart | undefined): readonly Block[] {
  return chart === undefined ? [] : [chartBlock(chart)];
}
