import type { ChannelSummary, Report } from '../../domain.ts';
import { figure, type Figure } from '../../report/numbers/estimate.ts';
import { amount, changePercent, signed } from '../../report/numbers/exact.ts';
import type { PlanWords } from '../../report/languages/result-words.ts';
import { broughtBack } from '../../report/sentences/last-unit.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** Who gets how much, what changes, and what the next unit of money and a customer are worth. */
export function planSection(report: Report, { result: { plan: words, reasons, say } }: DocumentWords): Section {
  const { scenario, plans, optimization } = report;
  const [today, last] = [plans[0]!, plans.at(-1)!];
  const changes = last !== today;
  const hasCac = last.channels.some((channel) => cac(channel) !== undefined);
  const change = (before: number, after: number) => changeText(before, after, words, say.number);
  const told = optimization !== undefined && 'plan' in optimization ? (optimization.reasons ?? []) : [];
  const rows = last.channels.map((channel, c) => [
    text(channelLabel(report, channel.name)),
    text(amount(today.channels[c]!.spend)),
    ...(changes ? [text(amount(channel.spend)), change(today.channels[c]!.spend, channel.spend)] : []),
    figure(broughtBack(channel.marginalProfit), 'ratio'),
    ...(hasCac ? [figure(cac(channel), 'money')] : []),
  ]);
  const total = [
    text(words.total),
    text(amount(today.totalSpend)),
    ...(changes ? [text(amount(last.totalSpend)), change(today.totalSpend, last.totalSpend)] : []),
    text(''),
    ...(hasCac ? [figure(last.ratios.cacCash, 'money')] : []),
  ];
  const headings = [
    words.today,
    ...(changes ? [last.plan === 'nearest' ? words.nearest : words.recommended, words.change] : []),
    words.nextUnit(scenario.currency),
    ...(hasCac ? [words.cac] : []),
  ];
  return {
    title: words.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: words.caption(scenario),
          columns: [{ heading: words.channel }, ...headings.map((heading) => ({ heading, align: 'right' as const }))],
          rows: [...rows, total],
          total: true,
        },
      },
      {
        kind: 'note',
        text: [words.nextUnitNote, ...words.firstMoney(report), ...(hasCac ? [words.cacNote] : [])].join(' '),
      },
      ...(told.length === 0
        ? []
        : [
            { kind: 'note' as const, text: reasons.title },
            {
              kind: 'sentences' as const,
              sentences: [...told.map((reason) => reasons.text(report, reason)), ...reasons.notes(report)],
            },
          ]),
    ],
  };
}

/** Where nothing is spent, the customers of earlier spend would look cheap. */
function cac({ spend, cacCash }: ChannelSummary) {
  return spend > 0 ? cacCash : undefined;
}

/** `+1,200 (+12 %)`. */
function changeText(before: number, after: number, words: PlanWords, number: (text: string) => string): Figure {
  const [was, is] = [Math.round(before), Math.round(after)];
  if (was === is) return text(words.same);
  const beside = was === 0 ? words.new : is === 0 ? words.stopped : number(changePercent(before, after));
  return text(`${signed(amount(is - was))} (${beside})`);
}
