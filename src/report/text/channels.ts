import type { ChannelSummary, Estimate, PlanSummary } from '../../domain.ts';
import { figure } from '../numbers/estimate.ts';
import { NOTHING, type FigureKind } from '../numbers/exact.ts';
import { broughtBack } from '../sentences/last-unit.ts';
import { planName } from '../sentences/words.ts';
import type { Page, Section } from './page.ts';
import { channelNames } from './plan.ts';
import { wrap } from './wrap.ts';
import { table, type Cell, type Column } from './table.ts';

/**
 * What each channel brings, what one customer costs there, and what the next unit of money would bring. Customers whom
 * earlier spend still brings to a channel without spend cost nothing now: no figure is shown for them.
 */
export function channelSection(page: Page): Section {
  const { report, paint } = page;
  const plan = report.plans.at(-1)!;
  const { currency } = report.scenario;
  const column = (
    heading: string,
    kind: FigureKind,
    of: (channel: ChannelSummary) => Estimate | undefined,
  ): Column => ({ heading, align: 'right', cells: plan.channels.map((channel) => cell(of(channel), kind)) });
  const columns: Column[] = [
    { heading: '', align: 'left', cells: channelNames(plan, report).map((text) => ({ text })) },
    column('customers', 'count', ({ customers }) => customers),
    column('ROAS', 'ratio', ({ roas }) => roas),
    column('marginal\nROAS', 'ratio', ({ marginalRoas }) => marginalRoas),
    {
      ...column(`next ${currency}\nbrings back`, 'ratio', ({ marginalProfit }) => broughtBack(marginalProfit)),
      cells: plan.channels.map(({ marginalProfit }) => backCell(broughtBack(marginalProfit))),
    },
    column('CAC\ncash', 'money', ({ spend, cacCash }) => (spend > 0 ? cacCash : undefined)),
    ...(peopleCost(plan)
      ? [column('CAC\nfull', 'money', ({ spend, cacFull }) => (spend > 0 ? cacFull : undefined))]
      : []),
  ];
  return {
    title: `What each channel brings (${planName(plan.plan).inText})`,
    lines: [...table(columns, page), ...legend(page, peopleCost(plan)).map((line) => paint('faint', line))],
  };
}

/** Whether people's time costs anything: without it, cash is the full cost. */
export function peopleCost({ metrics }: PlanSummary): boolean {
  return metrics['peopleCost']!.mean.value > 0;
}

/** What the headings mean. */
function legend({ report, width, words }: Page, withPeople: boolean): string[] {
  const { currency } = report.scenario;
  return [
    words.say(`ROAS: revenue per ${currency} of media; marginal: of the next ${currency}.`),
    words.say('Brings back: margin less all costs that come with it; above 1 it pays.'),
    ...words.result.plan.firstMoney(report),
    words.say(withPeople ? "CAC: cost of a customer; full: with people's time." : 'CAC: cost of a customer.'),
  ].flatMap((sentence) => wrap(sentence, width));
}

function cell(estimate: Estimate | undefined, kind: FigureKind): Cell {
  const shown = figure(estimate, kind);
  return shown.text === NOTHING ? { ...shown, style: 'faint' } : shown;
}

/** Money that comes back beyond what was spent is good, less than that is not. */
function backCell(estimate: Estimate | undefined): Cell {
  const shown = cell(estimate, 'ratio');
  if (estimate === undefined) return shown;
  return { ...shown, style: estimate.value >= 1 ? 'good' : 'bad' };
}
