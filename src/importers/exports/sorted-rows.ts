import type { SheetRow } from '../../tables/sheet.ts';
import { spanIn, type DayOrder } from './days.ts';
import { cellOf, type Recognized } from './recognize.ts';

/** Rows below the headings by what they are; notes of one cell are left out. */
export interface SortedRows {
  readonly data: readonly SheetRow[];
  readonly totals: readonly SheetRow[];
  /** How many rows of sub-forms have blank main columns. */
  readonly continued: number;
}

const TOTAL = /^(?:grand )?(?:totals?|gesamt|summe|sum|合计|总计|小计|汇总)(?:\s*[::].*|\s+of\s+\d.*)?$/i;

export function sortedRows(table: Recognized, rows: readonly SheetRow[], order: DayOrder): SortedRows {
  const data: SheetRow[] = [];
  const totals: SheetRow[] = [];
  let continued = 0;
  for (const row of rows) {
    const isFilled = row.cells.filter((cell) => cell !== '').length > 1;
    if (isTotal(table, row, order)) totals.push(row);
    else if ([...table.columns.values()].flat().every((column) => (row.cells[column] ?? '') === '')) {
      // Above all data it continues nothing: the names of a sub-form's columns, below its own.
      continued += isFilled && data.length > 0 ? 1 : 0;
    } else if (isFilled) data.push(row);
  }
  return { data, totals, continued };
}

/** A total says so in words or by naming nothing, or has another last day than first one and no campaign. */
function isTotal(table: Recognized, row: SheetRow, order: DayOrder): boolean {
  const { columns, fingerprint } = table;
  const isBlank = (field: 'day' | 'campaign' | 'spend') => cellOf(table, row, field) === '';
  const namesNone = columns.has('campaign') && isBlank('campaign');
  if (columns.has('day') && spanIn(cellOf(table, row, 'day'), order) === undefined) {
    if (row.cells.some((cell) => typeof cell === 'string' && TOTAL.test(cell))) return true;
    if (isBlank('day') && namesNone && !isBlank('spend')) return true;
  }
  if (fingerprint.kind !== 'ads' || !namesNone || !columns.has('lastDay')) return false;
  return cellOf(table, row, 'lastDay') !== cellOf(table, row, 'day');
}
