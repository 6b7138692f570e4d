import type { ScenarioFacts } from '../../domain.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import type { TextWords } from '../languages/text-words.ts';
import { textWordsEn } from '../languages/text-words-en.ts';
import { laidOut, type Look, type Section } from './page.ts';
import { noPaint } from './paint.ts';
import { plain } from '../plain.ts';
import { topLines } from './top.ts';
import { wrapItems } from './wrap.ts';

export interface SheetOptions extends Partial<Look> {
  /** Sections of the caller's after all others. */
  readonly further?: readonly Section[];
}

/** What a result has to say about a scenario. */
export interface Sheet {
  readonly scenario: ScenarioFacts;
  readonly headline: (words: TextWords) => Headline;
  readonly sections: (look: Look) => readonly (Section | undefined)[];
  /** How far it is to be trusted, in sentences. */
  readonly sure: (words: TextWords) => readonly string[];
  readonly notes: readonly string[];
}

const USUAL_WIDTH = 100;
const SMALLEST_WIDTH = 80;

/** A result for people, as text that ends with a line end. */
export function sheetText(
  { scenario, headline, sections, sure, notes }: Sheet,
  { width, paint = noPaint, words = textWordsEn, further = [] }: SheetOptions,
): string {
  const look: Look = { width: Math.max(SMALLEST_WIDTH, width ?? USUAL_WIDTH), paint, words };
  const { result, say } = words;
  const all = [
    ...sections(look).filter((section) => section !== undefined),
    { title: result.sure, lines: wrapItems(sure(words), look.width) },
    ...(notes.length === 0
      ? []
      : [
          {
            title: result.notes,
            lines: wrapItems(
              notes.map((note) => plain(say(note))),
              look.width,
            ),
          },
        ]),
    ...further,
  ];
  // No-break spaces have kept words together until here.
  return `${[...topLines(scenario, headline(words), look), ...laidOut(all, look)].join('\n').replaceAll('\u00a0', ' ')}\n`;
}
