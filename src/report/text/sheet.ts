import type { ScenarioFacts } from '../../domain.ts';
import type { Headline } from '../sentences/headline.ts';
import { laidOut, type Section } from './page.ts';
import { noPaint, type Paint } from './paint.ts';
import { plain } from './plain.ts';
import { topLines } from './top.ts';
import { wrapItems } from './wrap.ts';

/** How wide and in which colours a text is shown. */
export interface Look {
  readonly width: number;
  readonly paint: Paint;
}

export interface SheetOptions extends Partial<Look> {
  /** Sections of the caller's after all others. */
  readonly further?: readonly Section[];
}

/** What a result has to say about a scenario. */
export interface Sheet {
  readonly scenario: ScenarioFacts;
  readonly headline: Headline;
  readonly sections: (look: Look) => readonly (Section | undefined)[];
  /** How far it is to be trusted, in sentences. */
  readonly sure: readonly string[];
  readonly notes: readonly string[];
}

const USUAL_WIDTH = 100;
const SMALLEST_WIDTH = 80;

/** A result for people, as text that ends with a line end. */
export function sheetText(
  { scenario, headline, sections, sure, notes }: Sheet,
  { width, paint = noPaint, further = [] }: SheetOptions,
): string {
  const look: Look = { paint, width: Math.max(SMALLEST_WIDTH, width ?? USUAL_WIDTH) };
  const all = [
    ...sections(look).filter((section) => section !== undefined),
    { title: 'How sure this is', lines: wrapItems(sure, look.width) },
    ...(notes.length === 0 ? [] : [{ title: 'Notes', lines: wrapItems(notes.map(plain), look.width) }]),
    ...further,
  ];
  // No-break spaces have kept words together until here.
  return `${[...topLines(scenario, headline, look), ...laidOut(all, paint)].join('\n').replaceAll('\u00a0', ' ')}\n`;
}
