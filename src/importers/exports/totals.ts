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
  const said = totals
    .map((row) => (table.columns.has('spend') ? numberIn(cellOf(table, row, 'spend'), decimal) : undefined))
    .filter((total) => typeof total === 'number');
  const [total] = said;
  if (totals.length === 0) return [];
  if (total === undefined) return [told('TOTAL_ROWS', ({ findings }) => findings.totals(place, totals.length))];
  const spent = sum(rows, ({ spend = 0 }) => spend);
  const isSpent = (value: number) => Math.abs(spent - value) <= 0.02 + 1e-6 * value;
  // Sums of parts, which add up to the whole, and may have it below them.
  const agrees = said.some(isSpent) || isSpent(sum(said));
  return agrees
    ? [told('TOTAL_ROWS', ({ findings }) => findings.totalsAgree(place, totals.length, spent))]
    : [warned('TOTAL_ROWS', ({ findings }) => findings.totalsDisagree(place, totals.length, total, spent))];
}
