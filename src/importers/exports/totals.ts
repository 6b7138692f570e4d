import { sum } from 'd3-array';
import type { SheetRow } from '../../tables/sheet.ts';
import type { ExportRow } from './export-row.ts';
import { told, warned, type Found } from './finding.ts';
import type { Place } from './languages/places.ts';
import { numberIn, type DecimalSign } from './numbers.ts';
import { cellOf, type Recognized } from './recognize.ts';

/**
 * Whether the rows add up to what the file's own totals say they spend.
 *
 * @param decimal  sign before decimals in the column of spend
 */
export function onTotals(
  table: Recognized,
  rows: readonly ExportRow[],
  totals: readonly SheetRow[],
  decimal: DecimalSign,
  place: Place,
): readonly Found[] {
  const [first] = totals;
  if (first === undefined) return [];
  const total = table.columns.has('spend') ? numberIn(cellOf(table, first, 'spend'), decimal) : undefined;
  if (typeof total !== 'number') return [told('TOTAL_ROWS', ({ findings }) => findings.totals(place, totals.length))];
  const spent = sum(rows, ({ spend = 0 }) => spend);
  const agrees = Math.abs(spent - total) <= 0.02 + 1e-6 * total;
  return agrees
    ? [told('TOTAL_ROWS', ({ findings }) => findings.totalsAgree(place, totals.length, spent))]
    : [warned('TOTAL_ROWS', ({ findings }) => findings.totalsDisagree(place, totals.length, total, spent))];
}
