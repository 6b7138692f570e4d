import type { ChannelRange } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import type { Page, Section } from './page.ts';
import { channelNames } from './plan.ts';
import { roomBeside, table, type Column } from './table.ts';
import { wrap } from './wrap.ts';

const LONGEST_BAR = 40;
const SHORTEST_BAR = 8;
const SIGNS = { plan: '█', range: '░', less: ' ' } as const;

/** How far each channel may be moved among plans that are nearly as good; undefined where it was not asked. */
export function rangeSection(page: Page): Section | undefined {
  const { report, width, paint, words } = page;
  const { ranges } = report;
  if (ranges === undefined) return undefined;
  const plan = report.plans.at(-1)!;
  const money = (heading: string, values: readonly number[]): Column => ({
    heading,
    align: 'right',
    cells: values.map((value) => ({ text: amount(value) })),
  });
  const columns: Column[] = [
    { heading: '', align: 'left', cells: channelNames(plan, report).map((text) => ({ text })) },
    money(
      'plan',
      plan.channels.map(({ spend }) => spend),
    ),
    money(
      'from',
      ranges.channels.map(({ least }) => least.total),
    ),
    money(
      'to',
      ranges.channels.map(({ most }) => most.total),
    ),
  ];
  const largest = Math.max(...ranges.channels.map(({ most }) => most.total), Number.MIN_VALUE);
  const length = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, roomBeside(columns, page)));
  const picture: Column = {
    heading: `${SIGNS.plan} plan  ${SIGNS.range} as good`,
    align: 'left',
    cells: ranges.channels.map((range, c) => ({ text: rangeBar(range, plan.channels[c]!.spend, largest, length) })),
  };
  return {
    title: `${words.result.ranges.title(ranges)}${words.say(', ')}${report.scenario.currency}`,
    lines: [
      ...table([...columns, picture], page),
      ...wrap(words.result.ranges.note(report, ranges), width).map((line) => paint('faint', line)),
    ],
  };
}

/** A line from 0 to the largest amount, with the range and the plan's place in it. */
export function rangeBar({ least, most }: ChannelRange, spend: number, largest: number, width: number): string {
  const place = (value: number) => Math.min(width - 1, Math.max(0, Math.round((value / largest) * (width - 1))));
  const [from, at, to] = [place(least.total), place(spend), place(most.total)];
  return Array.from({ length: to + 1 }, (_, k) => {
    if (k === at) return SIGNS.plan;
    return k >= from ? SIGNS.range : SIGNS.less;
  }).join('');
}
