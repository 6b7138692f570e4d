import { exact } from '../../report/numbers/exact.ts';
import { plain } from '../../report/plain.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import type { Reported } from '../reported.ts';
import { sha256 } from '../../report/sha256.ts';

/** What it takes to get the same report again, and to see that it is the same. */
export function provenanceSection(reported: Reported, { provenance: words }: DocumentWords): Section {
  return {
    title: words.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: words.caption,
          columns: [{ heading: words.what }, { heading: words.value }],
          rows: provenanceOf(reported, words).map(([name, value]) => [
            text(name),
            text(typeof value === 'number' ? exact(value, 'count') : value),
          ]),
        },
      },
    ],
  };
}

/** The same by name and value, numbers as numbers. */
export function provenanceOf(
  { report, files }: Reported,
  words: DocumentWords['provenance'],
): readonly (readonly [name: string, value: string | number])[] {
  const { engine, draws, scenario, optimization } = report;
  return [
    [words.engine, engine],
    [words.scenario, plain(scenario.name)],
    ...(scenario.source === undefined ? [] : [[words.source, plain(scenario.source)] as const]),
    ...(scenario.notes === undefined ? [] : [[words.notes, plain(scenario.notes)] as const]),
    [words.seed, plain(draws.seed)],
    [words.method, words.methods[draws.method]],
    [words.judging, draws.judging],
    ...(draws.search === undefined ? [] : [[words.search, draws.search] as const]),
    ...(optimization !== undefined && 'iterations' in optimization
      ? [[words.iterations, optimization.iterations] as const]
      : []),
    ...files.map(({ name, text: content }) => [words.hash(plain(name)), sha256(content)] as const),
  ];
}
