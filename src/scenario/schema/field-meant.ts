import { nearest } from '../../formula/nearest.ts';
import { otherWords } from './other-words.ts';

/** The one of these fields, or of the words that a field takes, that was probably meant: by another word for it, or by a slip of the pen; undefined when neither. */
export function fieldMeant(written: string, fields: readonly string[]): string | undefined {
  const word = written.toLowerCase().replaceAll(/[\s_-]/g, '');
  return fields.find((field) => otherWords[field]?.includes(word)) ?? nearest(written, fields);
}
