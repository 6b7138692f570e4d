import type { Sheet } from '../../tables/sheet.ts';
import { ROWS_LOOKED_AT } from './recognize.ts';
import { wideColumn, type WideColumn } from './wide-headings.ts';

/** A table with a column for each channel: `date, search spend, tv spend, conversions`. */
export interface Wide {
  readonly sheet: Sheet;
  /** Index of the row of headings. */
  readonly head: number;
  readonly columns: readonly NamedColumn[];
}

export type NamedColumn = WideColumn & {
  /** Index of the column. */
  readonly at: number;
  /** As it stands in the file. */
  readonly heading: string;
};

/** The row of headings with a time and spend, or what may be spend, beside; undefined where there is none. */
export function wideTable(sheet: Sheet): Wide | undefined {
  for (const [head, { cells }] of sheet.rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const columns = cells.map((cell, at) => ({ ...wideColumn(String(cell)), at, heading: String(cell).trim() }));
    const count = (kind: WideColumn['kind']) => columns.filter((column) => column.kind === kind).length;
    if (count('time') === 0) continue;
    const isWide = columns.some(isSpend) || count('medium') > 0 || (count('results') > 0 && count('other') > 1);
    if (isWide) return { sheet, head, columns };
  }
  return undefined;
}

export function isSpend(column: WideColumn): boolean {
  return column.kind === 'part' && column.field === 'spend';
}
