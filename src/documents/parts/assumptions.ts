import type { Report } from '../../domain.ts';
import { plain } from '../../report/text/plain.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** Every uncertain number: as it was written, as it was understood, and where it comes from. */
export function assumptionSection(report: Report, words: DocumentWords): Section | undefined {
  const own = words.assumptions;
  if (report.assumptions.length === 0) return undefined;
  const spoken = words.result.code === 'en' ? {} : { language: 'en' };
  return {
    title: own.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: own.caption,
          columns: [
            { heading: own.what },
            { heading: own.written },
            { heading: own.understood, ...spoken },
            { heading: own.source },
          ],
          rows: report.assumptions.map(({ path, text: written, words: understood }) =>
            [
              words.assumption(report, path),
              plain(written),
              plain(understood),
              sourceOf(report, path) ?? own.noSource,
            ].map(text),
          ),
        },
      },
    ],
  };
}

/** What the file says of where a number comes from: its channel's source, else that of all. */
export function sourceOf({ scenario }: Pick<Report, 'scenario'>, path: string): string | undefined {
  const channel = scenario.channels.find(({ name }) => path.startsWith(`channels.${name}.`));
  const source = channel?.source ?? scenario.source;
  return source === undefined ? undefined : plain(source);
}
