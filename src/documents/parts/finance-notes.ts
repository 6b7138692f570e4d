import { plain } from '../../report/plain.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import type { Reported } from '../reported.ts';

/** What is to be said of the figures of finance, and not of all of the report. */
export function financeNotes({ report, finance }: Reported, { say }: DocumentWords): readonly string[] {
  return (finance?.notes ?? [])
    .filter((note) => !report.notes.includes(note))
    .map(plain)
    .map(say);
}
