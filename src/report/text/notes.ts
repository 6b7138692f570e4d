import type { Page, Section } from './page.ts';
import { plain } from './plain.ts';
import { wrapItems } from './wrap.ts';

/** What was done to the file's wishes; undefined when nothing was. */
export function noteSection({ report, width }: Page): Section | undefined {
  const notes = report.notes.map(plain);
  return notes.length === 0 ? undefined : { title: 'Notes', lines: wrapItems(notes, width) };
}
