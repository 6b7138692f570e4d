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

/** Sums in the words of programs and people, with the name of what is summed before: `Total: Account`, `Google Total`, 抖音小计. */
const TOTAL =
  /^(?:.{1,60}(?:\s|(?=[合总小累共]计|汇总)))?(?:grand |sub-?\s?)?(?:totals?|gesamt|(?:zwischen)?summe|sous-total|sum|[合总小累共]计|汇总)(?:\s*[::].*|\s+of\s+\d.*)?$/i;
/** The same without a name: no channel is called so. */
const TOTAL_ALONE = /^(?:grand |sub-?\s?)?(?:totals?|gesamt|(?:zwischen)?summe|[合总小共]计|汇总)$/i;

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
  if (fingerprint.kind === 'costs' && TOTAL_ALONE.test(String(cellOf(table, row, 'source')).trim())) return true;
  if (fingerprint.kind !== 'ads' || !namesNone || !columns.has('lastDay')) return false;
  return cellOf(table, row, 'lastDay') !== cellOf(table, row, 'day');
}
