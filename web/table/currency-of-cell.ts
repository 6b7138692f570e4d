import { currencyOfField } from '../../src/scenario/currency-at.ts';
import type { Column, Outline, Row, Section } from './outline.ts';

/** The currency that an amount in a cell is in. */
export function currencyOfCell(
  { currency }: Outline,
  { name }: Section,
  row: Row | undefined,
  column: Column | undefined,
): string {
  if (name !== 'channels' || row === undefined || column === undefined) return currency;
  return currencyOfField(currency, row.cells['currency']?.text, column.path);
}
