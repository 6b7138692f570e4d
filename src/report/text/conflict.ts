import { wayOut } from '../sentences/way-out.ts';
import type { Page, Section } from './page.ts';
import { wrap, wrapItems } from './wrap.ts';

const MOST_LINES = 10;

/** Why there is no recommended plan and what would make one possible; nothing where there is one. */
export function conflictSections({ report, width, words: { result, say } }: Page): readonly Section[] {
  const { conflict: words } = result;
  const way = wayOut(report, words);
  if (way === undefined) return [];
  const listed = (title: string, texts: readonly string[]): readonly Section[] => {
    if (texts.length === 0) return [];
    const shown = wrapItems(texts.slice(0, MOST_LINES), width);
    const left = texts.length > MOST_LINES ? [`  ${say(`and ${texts.length - MOST_LINES} more`)}`] : [];
    return [{ title, lines: [...shown, ...left] }];
  };
  return [
    ...way.clashes.flatMap(({ title, together, repairsTitle, repairs }) => [
      ...listed(title, together),
      ...listed(
        repairsTitle,
        repairs.map((group) => words.repair(report, group)),
      ),
    ]),
    ...way.advice.map((advice) => ({ title: words.advice, lines: wrap(advice, width) })),
  ];
}
