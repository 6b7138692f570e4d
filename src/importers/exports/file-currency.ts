import { refusal } from '../../errors.ts';
import { currencyOfSign } from '../../scenario/quantity/currencies.ts';
import type { ExportRow } from './export-row.ts';
import { NUMBER_FIELDS, type NumberField } from './fingerprint.ts';
import { currencyOf } from './heading.ts';
import type { Recognized } from './recognize.ts';

/**
 * The currency that a file says, in a column, in a heading or by signs beside amounts; undefined where it does not.
 *
 * @throws ScenarioError  where it has several
 */
export function currencyIn(table: Recognized, rows: readonly ExportRow[]): string | undefined {
  const { sheet, columns, headings } = table;
  const written = rows.flatMap(({ currency }) =>
    currency !== undefined && /^[A-Za-z]{3}$/.test(currency) ? [currency.toUpperCase()] : [],
  );
  const [said] = one(sheet, written);
  if (said !== undefined) return said;
  const inHeading = NUMBER_FIELDS.flatMap((field) => currencyOf(headings[columns.get(field)?.[0] ?? -1]?.unit) ?? []);
  return inHeading[0] ?? inAmounts(table)[0];
}

const MONEY: readonly NumberField[] = ['spend', 'told', 'amount'];
const PLAIN_NUMBER = /^[\d.,\s-]*$/;

/** The currencies that signs beside amounts stand for. */
function inAmounts({ sheet, head, columns }: Recognized): readonly string[] {
  const places = MONEY.flatMap((field) => columns.get(field) ?? []);
  const found = sheet.rows.slice(head + 1).flatMap(({ cells }) =>
    places.flatMap((column) => {
      const cell = String(cells[column] ?? '');
      return PLAIN_NUMBER.test(cell) ? [] : (currencyOfSign(cell) ?? []);
    }),
  );
  return one(sheet, found);
}

/** @throws ScenarioError  where there are several */
function one({ file }: Recognized['sheet'], currencies: readonly string[]): readonly string[] {
  const different = [...new Set(currencies)];
  if (different.length > 1) {
    const message = `amounts are in ${different.toSorted().slice(0, 5).join(' and ')}`;
    throw refusal('', message, 'Export one currency at a time.', file);
  }
  return different;
}
