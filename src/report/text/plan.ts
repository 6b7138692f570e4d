import type { PlanSummary } from '../../domain.ts';
import type { TextWords } from '../languages/text-words.ts';
import { amount, changePercent, percent } from '../numbers/exact.ts';
import { channelLabel } from '../sentences/names.ts';
import { planName } from '../sentences/words.ts';
import { barSigns, changeBar } from './bar.ts';
import { shortened } from './display-width.ts';
import type { Page, Section } from './page.ts';
import { roomBeside, table, type Cell, type Column } from './table.ts';

const LONGEST_NAME = 24;
const LONGEST_BAR = 30;
const SHORTEST_BAR = 8;
const TITLES: Readonly<Record<string, string>> = { nearest: 'The nearest plan' };

/** Who gets how much: today, and, where there is a recommended plan, what changes. */
export function planSection(page: Page): Section {
  const { report, words } = page;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const compared = report.plans.length > 1;
  const columns: Column[] = [
    {
      heading: '',
      align: 'left',
      cells: [...channelNames(recommended, report), words.say('all channels')].map((text) => ({ text })),
    },
    { heading: 'today', align: 'right', cells: money(today) },
    ...(compared ? changes(today, recommended, words) : []),
    { heading: 'share', align: 'right', cells: [...shares(recommended), { text: '' }] },
  ];
  const most = Math.max(
    ...[today, recommended].flatMap(({ channels }) => channels.map(({ spend }) => spend)),
    Number.MIN_VALUE,
  );
  const length = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, roomBeside(columns, page)));
  const bars = today.channels.map(({ spend }, c) =>
    changeBar({ before: spend, after: recommended.channels[c]!.spend, most, width: length }),
  );
  const legend = compared ? `${barSigns.kept} kept  ${barSigns.added} added  ${barSigns.cut} cut` : '';
  const picture: Column = { heading: legend, align: 'left', cells: [...bars, { text: '' }] };
  return {
    title: `${compared ? (TITLES[recommended.plan] ?? 'The plan') : "Today's plan"}, ${report.scenario.currency} over ${words.length(report.scenario)}`,
    lines: table([...columns, picture], { ...page, total: true }),
  };
}

/** Names of a plan's channels as they stand in tables. */
export function channelNames(plan: PlanSummary, report: Page['report']): readonly string[] {
  return plan.channels.map(({ name }) => shortened(channelLabel(report, name), LONGEST_NAME));
}

function changes(today: PlanSummary, recommended: PlanSummary, words: TextWords): Column[] {
  const cells = today.channels.map(({ spend }, c) => change(spend, recommended.channels[c]!.spend, words));
  return [
    {
      heading: planName(recommended.plan).heading,
      align: 'right',
      cells: money(recommended).map((cell) => ({ ...cell, style: 'strong' })),
    },
    { heading: 'change', align: 'right', cells: [...cells, change(today.totalSpend, recommended.totalSpend, words)] },
  ];
}

function money({ channels, totalSpend }: PlanSummary): Cell[] {
  return [...channels.map(({ spend }) => spend), totalSpend].map((spend) => ({
    text: amount(spend),
  }));
}

function shares({ channels, totalSpend }: PlanSummary): Cell[] {
  return channels.map(({ spend }) => ({ text: totalSpend > 0 ? percent(spend / totalSpend, 0) : '' }));
}

/** How an amount changes, in a cell. */
export function change(before: number, after: number, { result: { plan } }: TextWords): Cell {
  if (amount(before) === amount(after)) return { text: plan.same, style: 'faint' };
  if (before === 0) return { text: plan.new, style: 'good' };
  if (after === 0) return { text: plan.stopped, style: 'bad' };
  return { text: changePercent(before, after), style: after > before ? 'good' : 'bad' };
}
