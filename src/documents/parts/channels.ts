import type { ChannelSummary, Report } from '../../domain.ts';
import { figure } from '../../report/numbers/estimate.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** What each channel brings in the last plan. */
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
    ],
  };
}
