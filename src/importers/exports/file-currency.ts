import { refusal } from '../../errors.ts';
import type { ExportRow } from './export-row.ts';
import { NUMBER_FIELDS } from './fingerprint.ts';
import { currencyOf } from './heading.ts';
import type { Recognized } from './recognize.ts';

/**
 * The currency that a file says, in a column or in a heading; undefined where it does not.
 *
 * @throws ScenarioError  where it has several
 */
export function currencyIn({ sheet, columns, headings }: Recognized, rows: readonly ExportRow[]): string | undefined {
  const written = new Set(
    rows.flatMap(({ currency }) =>
      currency !== undefined && /^[A-Za-z]{3}$/.test(currency) ? [currency.toUpperCase()] : [],
    ),
  );
  if (written.size > 1) {
    const message = `amounts are in ${[...written].toSorted().slice(0, 5).join(' and ')}`;
    throw refusal('', message, 'Export one currency at a time.', sheet.file);
  }
  const inHeading = NUMBER_FIELDS.flatMap((field) => currencyOf(headings[columns.get(field)?.[0] ?? -1]?.unit) ?? []);
  return [...written][0] ?? inHeading[0];
}
