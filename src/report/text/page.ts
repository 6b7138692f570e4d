import type { Report } from '../../domain.ts';
import type { TextWords } from '../languages/text-words.ts';
import type { Paint } from './paint.ts';

/** How wide, in which colours and in which language a text is shown. */
export interface Look {
  /** Columns of a line. */
  readonly width: number;
  readonly paint: Paint;
  readonly words: TextWords;
}

/** What every part of the text of a report is made from. */
export interface Page extends Look {
  readonly report: Report;
}

/** A part of the text under a title of its own, which is said in the language of the text. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Each section under its title, an empty line before each. */
export function laidOut(sections: readonly Section[], { paint, words }: Look): string[] {
  return sections.flatMap(({ title, lines }) => ['', paint('strong', words.say(title)), ...lines]);
}
