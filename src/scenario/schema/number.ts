import { inMessage } from '../fault.ts';
import { namesCurrency } from '../quantity/currencies.ts';
import type { Field } from '../quantity/field.ts';
import { readValue } from '../quantity/value.ts';
import { leaf, list, type Reading } from './leaf.ts';
import { markRead, type Read } from './read.ts';
import { z } from './zod.ts';

type Ends = Pick<Field, 'least' | 'most' | 'open'>;

const LONGEST_LIST = 520;

/** A certain number, also as people write it: `1.2`, `30%`. */
export function number(about: string, ends: Ends) {
  return certain(about, { unit: 'number', ...ends });
}

/** A certain sum of money, from 0: `45000`, `1.2M`. */
export function amount(about: string, ends: Ends = { least: 0 }) {
  return certain(about, { unit: 'money', ...ends });
}

/** One amount for every period, or a list with one for each. */
export function amounts(about: string) {
  const each = amount(about);
  return z.union([each, list(about, each, { least: 1, most: LONGEST_LIST })]).meta({ description: about });
}

/** A certain share, from 0 to 1. */
export function share(about: string, ends: Ends = { least: 0 }) {
  return certain(about, { unit: 'rate', most: 1, ...ends });
}

/** A whole number of periods or other things. */
export function whole(about: string, ends: { readonly least: number; readonly most: number }) {
  return leaf(about, { type: ['integer', 'string'], ...jsonEnds(ends) }, (raw) => {
    const reading = readCertain(raw, { unit: 'periods', ...ends });
    if (!reading.ok || Number.isInteger(reading.value.value)) return reading;
    return { ok: false as const, message: `must be a whole number, got ${inMessage(raw)}` };
  });
}

/** A sum of money, a share or a count of either sign: which, another field says. */
export function figure(about: string) {
  return leaf(about, { type: ['number', 'string'] }, (raw) => {
    const money = readCertain(raw, { unit: 'money', least: -Infinity });
    const plain = readCertain(raw, { unit: 'number' });
    return money.ok || !plain.ok ? money : plain;
  });
}

function certain(about: string, field: Field) {
  return leaf(about, { type: ['number', 'string'], ...jsonEnds(field) }, (raw) => readCertain(raw, field));
}

/** A certain number in a field. */
export function readCertain(raw: unknown, field: Field): Reading<Read<number>> {
  const reading = readValue(raw, field);
  if (!reading.ok) return reading;
  const inCurrency = namesCurrency(raw) && { inCurrency: (currency: string) => readValue(raw, { ...field, currency }) };
  return { ok: true, value: markRead({ value: reading.value, field, warnings: [], raw, ...inCurrency }) };
}

function jsonEnds({ least, most, open = false }: Ends) {
  return {
    ...(least === undefined ? {} : { [open ? 'exclusiveMinimum' : 'minimum']: least }),
    ...(most === undefined ? {} : { [open ? 'exclusiveMaximum' : 'maximum']: most }),
  };
}
