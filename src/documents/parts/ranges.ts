import type { Report } from '../../domain.ts';
import { amount } from '../../report/numbers/exact.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** How far each channel may be moved among plans that are nearly as good. */
export function rangeSection(report: Report, { result: { plan, ranges: words } }: DocumentWords): Section | undefined {
  const { ranges, scenario, plans } = report;
  if (ranges === undefined) return undefined;
  const { channels } = plans.at(-1)!;
  return {
    title: words.title(ranges),
    blocks: [
      {
        kind: 'table',
        table: {
          caption: plan.caption(scenario),
          columns: [
            { heading: plan.channel },
            ...[words.plan, words.from, words.to].map((heading) => ({ heading, align: 'right' as const })),
          ],
          rows: ranges.channels.map(({ name, least, most }, c) =>
            [channelLabel(report, name), amount(channels[c]!.spend), amount(least.total), amount(most.total)].map(text),
          ),
        },
      },
      { kind: 'note', text: words.note(report, ranges) },
    ],
  };
}
