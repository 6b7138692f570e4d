/** Repeats in words what is being typed into a cell, by the reader of the file itself. Fetched when first typed. */
import { tight } from '../../src/report/numbers/chinese.ts';
import type { Field } from '../../src/scenario/quantity/field.ts';
import { readQuantity } from '../../src/scenario/quantity/read.ts';
import { chinese, english } from '../../src/scenario/quantity/vocabulary.ts';
import { inWords } from '../../src/scenario/quantity/words.ts';
import { valueOfCell } from '../text/cell-value.ts';

/** @param code  of the language */
export function echo(
  text: string,
  field: Field,
  { currency, code }: { readonly currency: string; readonly code: string },
): string {
  const reading = readQuantity(valueOfCell(text), { ...field, currency });
  if (!reading.ok) return reading.message;
  const said = inWords(reading.quantity, field.unit, { words: code === 'en' ? english : chinese, currency });
  return code === 'en' ? said : tight(said);
}
