import type { Report } from '../../domain.ts';
import { upperFirst } from '../../report/sentences/upper-first.ts';
import { wayOut } from '../../report/sentences/way-out.ts';
import { sentenceSection, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** More changes than these are no help. */
const MOST_REPAIRS = 10;

/** Why there is no recommended plan, and what would make one possible. */
export function conflictSections(
  report: Report,
  { result: { conflict: words } }: DocumentWords,
): readonly (Section | undefined)[] {
  const way = wayOut(report, words);
  if (way === undefined) return [];
  return [
    ...way.clashes.flatMap(({ title, together, repairsTitle, repairs }) => [
      sentenceSection(title, together),
      sentenceSection(
        repairsTitle,
        repairs.slice(0, MOST_REPAIRS).map((group) => upperFirst(words.repair(report, group))),
      ),
    ]),
    sentenceSection(words.advice, way.advice),
  ];
}
