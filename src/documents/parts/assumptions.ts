import type { Report } from '../../domain.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import { plain } from '../../report/plain.ts';
import { text, type Section } from '../document.ts';
import type { AssumptionWords, DocumentWords } from '../languages/document-words.ts';
import type { Reported } from '../reported.ts';

/** Every uncertain number: as it was written, as it was understood, and where it comes from. */
export function assumptionSection(reported: Reported, words: DocumentWords): Section | undefined {
  const { report, believed } = reported;
  const own = words.assumptions;
  if (report.assumptions.length === 0) return undefined;
  const understood = understoodIn(reported, own);
  // Where the numbers themselves are not at hand, what was understood is known in English only.
  const spoken = believed !== undefined || words.result.code === 'en' ? {} : { language: 'en' };
  return {
    title: own.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: own.caption,
          columns: [{ heading: own.what }, { heading: own.written }, { heading: own.understood, ...spoken }],
          rows: report.assumptions.map(({ path, text: written }, k) =>
            [words.assumption(report, path), plain(written), understood[k]!].map(text),
          ),
        },
      },
      { kind: 'sentences', sentences: sourceTexts(report, own) },
    ],
  };
}

/** What was understood of each assumption. */
export function understoodIn({ report, believed }: Reported, { understoodAs }: AssumptionWords): readonly string[] {
  const texts = believed?.map((one) => understoodAs(one));
  return (texts ?? report.assumptions.map(({ words }) => words)).map(plain);
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
