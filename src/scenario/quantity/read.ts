import { parseFormula } from '../../formula/parse.ts';
import { inMessage } from '../fault.ts';
import { isMap } from '../path.ts';
import { bounded, type QuantityWarning } from './bounded.ts';
import type { Field } from './field.ts';
import { flowText } from './flow-text.ts';
import { history } from './history.ts';
import type { Built } from './notation.ts';
import { readNumber, type Mistake } from './number.ts';
import { readFields } from './read-fields.ts';
import { textNotations } from './text-notations.ts';
import type { Quantity } from './types.ts';
import { plainText } from './typography.ts';
import { readValue } from './value.ts';

export type QuantityReading =
  { readonly ok: true; readonly quantity: Quantity; readonly warnings: readonly QuantityWarning[] } | Mistake;

/** Only pasted numbers are longer; the patterns of the notations need not be quick on more. */
const LONGEST_NOTATION = 500;
/** Room for 10,000 pasted numbers. */
const LONGEST_TEXT = 200_000;

/**
 * Reads a quantity as planners write it: a number, an uncertain one in any of the notations, or a formula after `=`.
 *
 * @param raw  as YAML gave it: a number, a text or fields
 * @returns    the quantity, or why there is none and where possible a text that can stand in its place
 */
export function readQuantity(raw: unknown, field: Field): QuantityReading {
  if (typeof raw === 'number') return constant(raw, String(raw), field);
  if (typeof raw === 'string') return readText(raw, field);
  if (isMap(raw)) return uncertain(readFields(raw, field), flowText(raw), field);
  const message = `must be a number, got ${inMessage(raw)}`;
  if (Array.isArray(raw) && raw.length > 0 && raw.length <= MOST_LISTED) {
    const advice = 'Numbers seen are written as `{ values: [...] }`.';
    return { ok: false, message, advice, replacement: `{ values: ${flowText(raw)} }` };
  }
  return { ok: false, message, advice: field.about ?? USAGE };
}

const MOST_LISTED = 100;

const USAGE = 'Write a number such as `5k`, a range such as `3 to 5`, or a formula after `=`.';

function readText(raw: string, field: Field): QuantityReading {
  if (raw.length > LONGEST_TEXT) {
    return { ok: false, message: `must have 200,000 characters or fewer, got ${raw.length}` };
  }
  const written = raw.trim();
  if (written.startsWith('=')) return readFormula(written, field);
  const text = plainText(written);
  const number = readNumber(text);
  if (number.ok) return constant(text, written, field);
  for (const notation of text.length > LONGEST_NOTATION ? [history] : textNotations) {
    const reading = notation.read(text, field);
    if (reading !== undefined) return uncertain(reading, written, field);
  }
  if (number.replacement !== undefined) return number;
  return { ok: false, message: `must be a number, got ${inMessage(raw)}`, advice: USAGE };
}

function constant(raw: number | string, text: string, field: Field): QuantityReading {
  const reading = readValue(raw, field);
  return reading.ok ? { ok: true, quantity: { text, kind: 'constant', value: reading.value }, warnings: [] } : reading;
}

function uncertain(reading: Built, text: string, field: Field): QuantityReading {
  if (!reading.ok) return reading;
  const held = bounded(reading.distribution, field);
  if (!held.ok) return held;
  const { distribution, warnings } = held;
  return { ok: true, quantity: { text, kind: 'uncertain', distribution }, warnings };
}

function readFormula(text: string, { names }: Field): QuantityReading {
  const reading = parseFormula(text.slice(1), names === undefined ? {} : { names });
  if (reading.ok)
    return { ok: true, quantity: { text, kind: 'formula', expression: reading.expression }, warnings: [] };
  const place = reading.column === undefined ? '' : ` (at character ${reading.column + 1})`;
  const message = `cannot be read as a formula: ${reading.message}${place}`;
  return { ok: false, message, ...(reading.suggestion === undefined ? {} : { advice: reading.suggestion }) };
}
