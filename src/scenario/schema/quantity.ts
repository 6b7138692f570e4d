import type { Unit } from '../../families/parameter.ts';
import { namesCurrency } from '../quantity/currencies.ts';
import type { Field } from '../quantity/field.ts';
import { readQuantity } from '../quantity/read.ts';
import type { Quantity } from '../quantity/types.ts';
import { leaf, type Reading } from './leaf.ts';
import type { z } from './zod.ts';
import { markRead, type Read } from './read.ts';

/** What each quantity of the schema is for: the ways to write it depend on that. */
export const quantityFields = new WeakMap<z.core.$ZodType, Field>();

/** A number of the file that may be uncertain. */
export function quantity(about: string, unit: Unit, ends: Pick<Field, 'least' | 'most' | 'open'> = {}) {
  const { least, most, open } = ends;
  const field: Field = {
    unit,
    about,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(open === undefined ? {} : { open }),
  };
  const schema = leaf(about, {}, (raw): Reading<Read<Quantity>> => {
    const reading = readQuantity(raw, field);
    if (!reading.ok) return reading;
    const inCurrency = namesCurrency(raw) && {
      inCurrency: (currency: string) => readQuantity(raw, { ...field, currency }),
    };
    return {
      ok: true,
      value: markRead({ value: reading.quantity, field, warnings: reading.warnings, raw, ...inCurrency }),
    };
  });
  quantityFields.set(schema, field);
  return schema;
}
