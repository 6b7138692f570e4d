import { sum } from 'd3-array';
import type { PastOfChannel, Report } from '../../domain.ts';
import { amount } from '../../report/numbers/exact.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { figureColumns, text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** Of a plan that is running: what was spent, and what the rest was and becomes; undefined for any other. */
export function restSection(report: Report, { past: words, result }: DocumentWords): Section | undefined {
  const { past } = report;
  if (past === undefined || past.periods === 0) return undefined;
  const { channels } = past;
  const isPlanned = channels.every(({ newRest }) => newRest !== undefined);
  const newRest = report.plans.at(-1)!.plan === 'nearest' ? result.plan.nearest : result.plan.recommended;
  const columns: readonly (readonly [string, (channel: PastOfChannel) => number])[] = [
    [words.planned, ({ planned }) => planned],
    [words.spent, ({ spent }) => spent],
    [words.plannedRest, ({ plannedRest }) => plannedRest],
    ...(isPlanned ? [[words.newRest(newRest), ({ newRest }: PastOfChannel) => newRest ?? 0] as const] : []),
  ];
  return {
    title: words.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: words.caption(report, past),
          columns: figureColumns([result.plan.channel, ...columns.map(([heading]) => heading)]),
          rows: [
            ...channels.map((channel) => [
              text(channelLabel(report, channel.name)),
              ...columns.map(([, of]) => text(amount(of(channel)))),
            ]),
            [text(result.plan.total), ...columns.map(([, of]) => text(amount(sum(channels, of))))],
          ],
          total: true,
        },
      },
      { kind: 'sentences', sentences: words.left(report, past) },
    ],
  };
}
