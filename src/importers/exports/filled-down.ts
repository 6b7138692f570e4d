import type { SheetRow } from '../../tables/sheet.ts';
import { cellOf, type Recognized } from './recognize.ts';

/**
 * Rows of a table that people keep themselves, in which blanks stand for the cell above: so are merged cells of spreadsheets saved.
 * That is so where each day (or each channel) that is written stands once, and every row then has another channel of the same day.
 *
 * @returns  the rows, and the headings of columns that were filled; the rows as they are where nothing is
 */
export function filledDown(
  table: Recognized,
  rows: readonly SheetRow[],
): { readonly rows: readonly SheetRow[]; readonly filled: readonly string[] } {
  const unfilled = { rows, filled: [] };
  if (table.fingerprint.kind !== 'costs') return unfilled;
  for (const field of ['day', 'source'] as const) {
    const column = table.columns.get(field)?.[0];
    if (column === undefined) continue;
    const filled = filledIn(rows, column);
    if (filled !== undefined && isOfOneEach(table, filled)) {
      return { rows: filled, filled: [String(table.sheet.rows[table.head]!.cells[column])] };
    }
  }
  return unfilled;
}

/** The rows with every blank of a column filled; undefined where none is blank, the first is, or a content stands twice. */
function filledIn(rows: readonly SheetRow[], column: number): readonly SheetRow[] | undefined {
  const written = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
  const isFirst = (rows[0]?.cells[column] ?? '') !== '';
  if (!isFirst || written.length === rows.length || new Set(written).size < written.length) return undefined;
  let above = rows[0]!.cells[column]!;
  return rows.map((row) => {
    above = row.cells[column] === '' || row.cells[column] === undefined ? above : row.cells[column];
    return { ...row, cells: row.cells.toSpliced(column, 1, above) };
  });
}

/** Whether no two rows are about the same channel and day. */
function isOfOneEach(table: Recognized, rows: readonly SheetRow[]): boolean {
  const named = rows.map((row) => JSON.stringify([cellOf(table, row, 'day'), cellOf(table, row, 'source')]));
  return new Set(named).size === rows.length;
}
