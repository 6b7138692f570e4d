import type { Report } from '../../domain.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { plain } from '../../report/text/plain.ts';
import { text, type Section } from '../document.ts';
import type { AssumptionWords, DocumentWords } from '../languages/document-words.ts';

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
          columns: [{ heading: own.what }, { heading: own.written }, { heading: own.understood, ...spoken }],
          rows: report.assumptions.map(({ path, text: written, words: understood }) =>
            [words.assumption(report, path), plain(written), plain(understood)].map(text),
          ),
        },
      },
      { kind: 'sentences', sentences: sourceTexts(report, own) },
    ],
  };
}

/** Where the numbers of all and of each channel come from. */
function sourceTexts({ scenario }: Report, words: AssumptionWords): readonly string[] {
  const ofChannels = scenario.channels.flatMap(({ name, source }) =>
    source === undefined ? [] : [words.sourceOf(channelLabel({ scenario }, name), plain(source))],
  );
  const ofAll = scenario.source === undefined ? [] : [words.sourceOf(undefined, plain(scenario.source))];
  const texts = [...ofAll, ...ofChannels];
  return texts.length === 0 ? [words.noSource] : texts;
}

/** What the file says of where a number comes from: its channel's source, else that of all. */
export function sourceOf({ scenario }: Pick<Report, 'scenario'>, path: string): string | undefined {
  const channel = scenario.channels.find(({ name }) => path.startsWith(`channels.${name}.`));
  const source = channel?.source ?? scenario.source;
  return source === undefined ? undefined : plain(source);
}
