import type { ChannelSummary, Estimate, Report } from '../../domain.ts';
import type { FigureKind } from '../../report/numbers/exact.ts';
import { figure, inline } from '../../report/numbers/estimate.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { sum } from '../../report/sentences/sum.ts';
import { text, type Block, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** What each channel brings in the last plan, and what is lost on the way. */
export function channelSection(report: Report, words: DocumentWords): Section {
  const { plan } = words.result;
  const own = words.channels;
  const { channels, metrics } = report.plans.at(-1)!;
  const withPeople = metrics['peopleCost']!.mean.value > 0;
  const withHours = metrics['hours']!.mean.value > 0;
  const columns = [
    { heading: own.customers, of: ({ customers }: ChannelSummary) => figure(customers, 'count') },
    { heading: own.revenue, of: ({ revenue }: ChannelSummary) => figure(revenue, 'money') },
    { heading: own.profit, of: ({ profit }: ChannelSummary) => figure(profit, 'money') },
    { heading: own.roas, of: ({ roas }: ChannelSummary) => figure(roas, 'ratio') },
    { heading: own.marginalRoas, of: ({ marginalRoas }: ChannelSummary) => figure(marginalRoas, 'ratio') },
    ...(withHours ? [{ heading: own.hours, of: ({ hours }: ChannelSummary) => figure(hours, 'hours') }] : []),
    ...(withPeople
      ? [
          {
            heading: own.cacFull,
            of: ({ spend, cacFull }: ChannelSummary) => figure(spend > 0 ? cacFull : undefined, 'money'),
          },
        ]
      : []),
  ];
  return {
    title: own.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: own.caption(report.scenario),
          columns: [{ heading: plan.channel }, ...columns.map(({ heading }) => ({ heading, align: 'right' as const }))],
          rows: channels.map((channel) => [
            text(channelLabel(report, channel.name)),
            ...columns.map(({ of }) => of(channel)),
          ]),
        },
      },
      ...lossesOf(report, words),
    ],
  };
}

/** Money that reaches nobody who is wanted, and leads that nobody serves; nothing where there are none. */
function lossesOf({ plans, scenario: { currency } }: Report, { channels: own }: DocumentWords): readonly Block[] {
  const { metrics } = plans.at(-1)!;
  const [outside, lost] = [metrics['outsideTarget']!.mean, metrics['lostLeads']!.mean];
  const sentences = [
    ...(isShown(outside, 'money') ? [own.outsideTarget(sum(outside, 'money', currency))] : []),
    ...(isShown(lost, 'count') ? [own.lostLeads(inline(figure(lost, 'count')))] : []),
  ];
  return sentences.length === 0 ? [] : [{ kind: 'sentences', sentences }];
}

/** Whether the digits shown are of more than nothing. */
function isShown(estimate: Estimate, kind: FigureKind): boolean {
  return /[1-9]/.test(figure(estimate, kind).text);
}
