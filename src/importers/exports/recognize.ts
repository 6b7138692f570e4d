import type { CellContent, Sheet, SheetRow } from '../../tables/sheet.ts';
import { NEEDED, type Field, type Fingerprint } from './fingerprint.ts';
import { fingerprints } from './fingerprints.ts';
import { headingOf, type Heading } from './heading.ts';

/** A table whose columns are understood. */
export interface Recognized {
  readonly sheet: Sheet;
  readonly fingerprint: Fingerprint;
  /** Index of the row of headings. */
  readonly head: number;
  /** Columns of each field that the table has. */
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly headings: readonly Heading[];
  /** What all rows are about, where the headings say it. */
  readonly source?: string;
}

export type Recognition =
  | { readonly status: 'recognized'; readonly table: Recognized }
  /** It looks like this export but lacks a column. */
  | { readonly status: 'incomplete'; readonly fingerprint: Fingerprint; readonly missing: Field }
  /** It looks like either. */
  | { readonly status: 'doubtful'; readonly names: readonly [string, string] }
  | { readonly status: 'unknown' };

/** Titles above a table take fewer rows. */
export const ROWS_LOOKED_AT = 30;
const FEWEST_SIGNS = 2;
/** By how much the best must be ahead of the next: one sign. */
const LEAST_LEAD = 1;

interface Candidate extends Recognized {
  readonly signs: number;
  readonly score: number;
  readonly missing: Field | undefined;
}

/** Which export a table is, by its headings, wherever they stand: no file name and no order of columns counts. */
export function recognize(sheet: Sheet): Recognition {
  const candidates: Candidate[] = [];
  for (const [head, { cells }] of sheet.rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const headings = cells.map((cell) => headingOf(String(cell)));
    const names = placesOf(headings);
    for (const fingerprint of fingerprints) {
      const signs = fingerprint.signs.filter((sign) => hasSign(sign, names)).length;
      if (signs < FEWEST_SIGNS) continue;
      const columns = columnsOf(fingerprint, names);
      const missing = NEEDED[fingerprint.kind].find((field) => !columns.has(field));
      candidates.push({
        sheet,
        fingerprint,
        head,
        columns,
        headings,
        signs,
        score: signs + columns.size / 10,
        missing,
      });
    }
  }
  const byScore = candidates.toSorted((a, b) => b.score - a.score);
  const [best, next] = byScore.filter(({ missing }) => missing === undefined);
  if (best !== undefined) {
    if (next !== undefined && next.fingerprint !== best.fingerprint && best.score - next.score < LEAST_LEAD) {
      return { status: 'doubtful', names: [best.fingerprint.name, next.fingerprint.name] };
    }
    return { status: 'recognized', table: best };
  }
  const [near] = byScore;
  if (near?.missing === undefined) return { status: 'unknown' };
  return { status: 'incomplete', fingerprint: near.fingerprint, missing: near.missing };
}

/** A table with its headings in the first row that is known to be this export. */
export function recognizeAs(fingerprint: Fingerprint, sheet: Sheet): Recognition {
  const headings = sheet.rows[0]!.cells.map((cell) => headingOf(String(cell)));
  const columns = columnsOf(fingerprint, placesOf(headings));
  const missing = NEEDED[fingerprint.kind].find((field) => !columns.has(field));
  if (missing !== undefined) return { status: 'incomplete', fingerprint, missing };
  return { status: 'recognized', table: { sheet, fingerprint, head: 0, columns, headings } };
}

/** What a row of the table has in the first column of a field; nothing where there is no such column. */
export function cellOf({ columns }: Recognized, { cells }: SheetRow, field: Field): CellContent {
  return cells[columns.get(field)?.[0] ?? -1] ?? '';
}

/** The first column of each heading. */
function placesOf(headings: readonly Heading[]): ReadonlyMap<string, number> {
  return new Map(headings.map(({ name }, at) => [name, at] as const).reverse());
}

function hasSign(sign: string, names: ReadonlyMap<string, number>): boolean {
  return names.has(sign) || (sign.endsWith('.') && [...names.keys()].some((name) => name.startsWith(sign)));
}

function columnsOf({ columns, added = [], rangeFrom }: Fingerprint, names: ReadonlyMap<string, number>) {
  const found = new Map<Field, readonly number[]>();
  for (const [field, headings] of Object.entries(columns) as [Field, readonly string[]][]) {
    const places = headings.flatMap((heading) => names.get(heading) ?? []);
    const isList = field === 'person' || added.some((name) => name === field);
    if (places.length > 0) found.set(field, isList ? places : [places[0]!]);
  }
  const day = columns.day?.find((heading) => names.has(heading));
  if (rangeFrom !== undefined && !rangeFrom.some((heading) => heading === day)) found.delete('lastDay');
  return found;
}
