import type { Page, Section } from './page.ts';
import { plain } from '../plain.ts';
import { wrapItems } from './wrap.ts';

/** What was done to the file's wishes; undefined when nothing was. */
export function noteSection({ report, width, words }: Page): Section | undefined {
  const notes = report.notes.map((note) => plain(words.say(note)));
  return notes.length === 0 ? undefined : { title: words.result.notes, lines: wrapItems(notes, width) };
}
