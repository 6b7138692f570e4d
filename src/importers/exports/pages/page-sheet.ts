import { expectTable } from '../../../tables/read-sheets.ts';
import type { Sheet } from '../../../tables/sheet.ts';
import type { Fields, RecordReader } from './program.ts';
import type { PlacedRecord } from './unique-records.ts';

export interface PageSheet {
  /** Headings, and below them a row for each record. */
  readonly sheet: Sheet;
  /** Headings of columns with values of options whose names are not known. */
  readonly codes: readonly string[];
}

/**
 * Records as the rows of a table: what one of them has gets a column, the first of two with the same heading.
 *
 * @param file  with the first of them
 * @param more  how many other files have some
 * @throws ScenarioError  for a table that is too large
 */
export function pageSheet(
  records: readonly PlacedRecord[],
  reader: RecordReader,
  fields: Fields,
  file: string,
  more: number,
): PageSheet {
  const columns = new Map<string, number>();
  const codes = new Set<string>();
  const found = records.map(({ record }) => {
    const own = new Map(
      reader
        .cells(record, fields)
        .toReversed()
        .map((cell) => [cell.heading, cell] as const),
    );
    for (const { heading, isCode } of own.values()) {
      if (!columns.has(heading)) columns.set(heading, columns.size);
      if (isCode) codes.add(heading);
    }
    return own;
  });
  const headings = [...columns.keys()];
  expectTable(file, headings.length, headings.length * (records.length + 1));
  const rows = records.map(({ file: page, number }, r) => ({
    number,
    page,
    cells: headings.map((heading) => found[r]!.get(heading)?.content ?? ''),
  }));
  return {
    sheet: { file, ...(more > 0 ? { more } : {}), rows: [{ number: 0, cells: headings }, ...rows] },
    codes: [...codes],
  };
}
