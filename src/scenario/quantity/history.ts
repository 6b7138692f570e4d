import type { Field } from './field.ts';
import type { Built, TextNotation } from './notation.ts';
import { readNumber } from './number.ts';
import { readValue } from './value.ts';

const MOST_VALUES = 10_000;

/** Pasted numbers: `410; 388; 402`, also one in a line or in a row of a spreadsheet. */
export const history: TextNotation = {
  about: 'Numbers seen, each as likely as the others, with semicolons, tabs or line ends between them.',
  example: (unit) => (unit === 'rate' ? '3.1%; 2.8%; 3.4%; 2.9%' : '410; 388; 402; 395'),
  read(text, field) {
    const parts = splitHistory(text);
    if (parts.length > 1) return readHistory(parts, field);
    const listed = text.split(/,\s+/);
    if (listed.length < 2 || !listed.every((part) => readNumber(part).ok)) return undefined;
    const advice = 'Put semicolons between numbers; a comma separates thousands.';
    return {
      ok: false,
      message: `\`${text}\` could be read in more than one way`,
      advice,
      replacement: listed.join('; '),
    };
  },
};

/** Numbers between semicolons, tabs and line ends; blank ones are no numbers. */
export function splitHistory(text: string): readonly string[] {
  return text.split(/[;\t\r\n]/).filter((part) => part.trim() !== '');
}

/** The empirical distribution of numbers as they came, texts or numbers. */
export function readHistory(raw: readonly unknown[], field: Field): Built {
  if (raw.length > MOST_VALUES) {
    return { ok: false, message: `must have 10,000 numbers or fewer, got ${raw.length}` };
  }
  const values: number[] = [];
  for (const one of raw) {
    const reading = readValue(one, field);
    // A replacement would stand for the whole text.
    if (!reading.ok) return { ok: false, message: reading.message, ...(reading.advice && { advice: reading.advice }) };
    values.push(reading.value);
  }
  if (values.length === 0) return { ok: false, message: 'must have at least one number, got none' };
  return { ok: true, distribution: { family: 'empirical', parameters: { values } } };
}
