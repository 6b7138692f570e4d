import { ScenarioError, type Issue } from '../../errors.ts';
import type { CellContent, SheetRow } from '../../tables/sheet.ts';
import { dayOrderOf, spanIn, type DayOrder, type Span } from './days.ts';
import { told, warned, type Finding } from './finding.ts';
import {
  DAY_FIELDS,
  NUMBER_FIELDS,
  SIGNED_FIELDS,
  TEXT_FIELDS,
  type Field,
  type Fingerprint,
  type NumberField,
} from './fingerprint.ts';
import { currencyIn } from './file-currency.ts';
import { decimalSignOf, numberIn, type DecimalSign } from './numbers.ts';
import type { Recognized } from './recognize.ts';
import { withoutRepeats } from './repeated.ts';
import { many, shown } from './words.ts';

/** One row as it was understood; what the table does not have, or leaves blank, is absent. Whose row it is is not kept. */
export type ExportRow = { readonly row: number } & Readonly<
  Partial<Record<Exclude<(typeof TEXT_FIELDS)[number], 'person'>, string>> &
    Partial<Record<NumberField, number>> &
    Partial<Record<(typeof DAY_FIELDS)[number], Span>>
>;

/** The rows of an export, each counted once, without totals. */
export interface Extract {
  readonly fingerprint: Fingerprint;
  readonly rows: readonly ExportRow[];
  readonly currency?: string;
  /** Where it is from, in words: `deals.xlsx, sheet "2026"`. */
  readonly place: string;
  /** What the columns of fields are called in the file. */
  readonly headings: Readonly<Partial<Record<Field, string>>>;
  readonly findings: readonly Finding[];
}

/** Rows that cannot be read are left out and told as long as they are fewer than this share. */
const MOST_UNREADABLE = 0.01;
const MOST_ISSUES = 10;
const TOTAL = /^(?:grand )?(?:totals?|gesamt|sum|合计|总计|小计|汇总)(?:\s*[::].*|\s+of\s+\d.*)?$/i;
const DECLARED = /^rows: ([\d,]+)$/i;

/**
 * Reads the rows of a recognized table.
 *
 * @throws ScenarioError  where more than one row in a hundred cannot be read, with file, row and column; what stood there is not repeated
 */
export function extract(table: Recognized): Extract {
  const { sheet, fingerprint, head, columns } = table;
  const place = sheet.name === undefined ? sheet.file : `${sheet.file}, sheet ${JSON.stringify(sheet.name)}`;
  const findings: Finding[] = [];
  const cellOf = ({ cells }: SheetRow, field: Field): CellContent => cells[columns.get(field)?.[0] ?? -1] ?? '';

  const below = sheet.rows.slice(head + 1);
  const order = orderOfDays(table, below);
  const isDay = (row: SheetRow) => spanIn(cellOf(row, 'day'), order) !== undefined;
  const sorted = { data: [] as SheetRow[], totals: [] as SheetRow[], continued: 0 };
  for (const row of below) {
    const filled = row.cells.filter((cell) => cell !== '').length;
    const mapped = [...columns.values()].flat().filter((column) => (row.cells[column] ?? '') !== '').length;
    if (columns.has('day') && !isDay(row) && (isTotal(row) || isUnnamedTotal(row))) sorted.totals.push(row);
    else if (isRangeTotal(row)) sorted.totals.push(row);
    else if (mapped === 0) sorted.continued += filled > 1 ? 1 : 0;
    else if (filled > 1) sorted.data.push(row);
  }

  const last = sorted.data.at(-1);
  if (last !== undefined && last === sheet.rows.at(-1) && last.cells.length < sheet.rows[head]!.cells.length) {
    sorted.data.pop();
    findings.push(warned('CUT_OFF', `${place}: the last row ends in the middle, and is left out. Is the file whole?`));
  }
  const unique = withoutRepeats(table, sorted.data, place);
  findings.push(...declaredRows(table, sorted.data.length, place), ...unique.findings);
  if (sorted.continued > 0) {
    findings.push(
      told(
        'CONTINUATION_ROWS',
        `${place}: ${many(sorted.continued, 'row')} of sub-forms, with blank main columns, left out.`,
      ),
    );
  }

  const decimals = decimalSigns(table, unique.rows);
  const reader = rowReader(table, order, decimals);
  const rows: ExportRow[] = [];
  const issues: Issue[] = [];
  let masked = 0;
  for (const raw of unique.rows) {
    const reading = reader(raw);
    if (reading === 'masked') masked += 1;
    else if ('message' in reading)
      issues.push({ severity: 'error', path: '', file: sheet.file, line: raw.number, ...reading });
    else rows.push(reading);
  }
  if (issues.length > MOST_UNREADABLE * unique.rows.length) throw new ScenarioError(issues.slice(0, MOST_ISSUES));
  if (issues.length > 0) {
    const first = `the first in row ${issues[0]!.line}`;
    findings.push(
      warned('BAD_NUMBER', `${place}: ${many(issues.length, 'row')} could not be read and were left out, ${first}.`),
    );
  }
  if (masked > 0) {
    findings.push(
      told(
        'MASKED_VALUE',
        `${place}: ${many(masked, 'row')} in which the platform hides small numbers ("<5") left out.`,
      ),
    );
  }
  findings.push(...totalsAgree(rows, sorted.totals, place));
  if (columns.has('person')) {
    findings.push(
      told('PII_DROPPED', `${place}: e-mail and telephone were used to find repeats only, and are not kept.`),
    );
  }
  const currency = currencyIn(table, rows);
  if (currency === undefined && fingerprint.kind === 'ads' && fingerprint.currency !== undefined) {
    findings.push(warned('NO_CURRENCY', `${place}: does not say its currency; ${fingerprint.currency} is assumed.`));
  }
  return {
    fingerprint,
    rows,
    place,
    findings,
    headings: Object.fromEntries([...columns].map(([field, [at]]) => [field, String(sheet.rows[head]!.cells[at!])])),
    ...currencyField(currency ?? fingerprint.currency),
  };

  function isTotal({ cells }: SheetRow): boolean {
    return cells.some((cell) => typeof cell === 'string' && TOTAL.test(cell));
  }
  /** A total that says so by naming nothing. */
  function isUnnamedTotal(row: SheetRow): boolean {
    return (
      cellOf(row, 'day') === '' &&
      columns.has('campaign') &&
      cellOf(row, 'campaign') === '' &&
      cellOf(row, 'spend') !== ''
    );
  }
  function isRangeTotal(row: SheetRow): boolean {
    if (fingerprint.kind !== 'ads' || !columns.has('campaign') || cellOf(row, 'campaign') !== '') return false;
    return columns.has('lastDay') && cellOf(row, 'lastDay') !== cellOf(row, 'day');
  }

  function totalsAgree(read: readonly ExportRow[], totals: readonly SheetRow[], where: string): Finding[] {
    if (totals.length === 0) return [];
    const [total] = totals.map((row) => numberIn(cellOf(row, 'spend'), decimals.get('spend') ?? '.'));
    const skipped = `${where}: ${many(totals.length, 'row')} of totals left out`;
    if (!columns.has('spend') || typeof total !== 'number') return [told('TOTAL_ROWS', `${skipped}.`)];
    const sum = read.reduce((all, { spend = 0 }) => all + spend, 0);
    const agrees = Math.abs(sum - total) <= 0.02 + 1e-6 * total;
    return agrees
      ? [told('TOTAL_ROWS', `${skipped}; the rows add up to the same, ${shown(sum)}.`)]
      : [warned('TOTAL_ROWS', `${skipped}; they say ${shown(total)}, but the rows add up to ${shown(sum)}.`)];
  }
}

/** @throws ScenarioError  where days are written in an order that nothing decides */
function orderOfDays({ sheet, fingerprint, columns, head }: Recognized, rows: readonly SheetRow[]): DayOrder {
  for (const field of DAY_FIELDS) {
    const [column] = columns.get(field) ?? [];
    if (column === undefined) continue;
    const order = dayOrderOf(rows.map(({ cells }) => cells[column] ?? ''));
    if (order !== undefined && order !== 'either') return order;
    if (order === undefined || fingerprint.monthFirst) continue;
    const heading = JSON.stringify(sheet.rows[head]!.cells[column]);
    const message = `column ${heading}: no day is above the 12th, so that 3/4 may be in March or in April`;
    const advice = 'Export a longer time, or write days as 2026-04-03.';
    throw new ScenarioError([{ severity: 'error', path: '', file: sheet.file, message, advice }]);
  }
  return fingerprint.monthFirst ? 'month first' : 'day first';
}

/** The sign of decimals of each column of numbers: what the column decides, else what the others of the file do. */
function decimalSigns({ columns }: Recognized, rows: readonly SheetRow[]): ReadonlyMap<NumberField, DecimalSign> {
  const cellsOf = (field: NumberField) =>
    rows.flatMap(({ cells }) => (columns.get(field) ?? []).map((column) => cells[column] ?? ''));
  const ofFile = decimalSignOf(NUMBER_FIELDS.flatMap(cellsOf)) ?? '.';
  return new Map(NUMBER_FIELDS.map((field) => [field, decimalSignOf(cellsOf(field)) ?? ofFile]));
}

type RowReading = ExportRow | 'masked' | { readonly message: string; readonly column: number };

function rowReader(
  { columns, sheet, head, fingerprint }: Recognized,
  order: DayOrder,
  decimals: ReadonlyMap<NumberField, DecimalSign>,
) {
  const called = (column: number) => `column ${JSON.stringify(sheet.rows[head]!.cells[column])}`;
  const inSheet = sheet.name === undefined ? '' : `sheet ${JSON.stringify(sheet.name)}, `;
  // Money without a day would be left out without a word.
  const isDated = fingerprint.kind === 'ads' || fingerprint.kind === 'costs';
  return ({ number, cells }: SheetRow): RowReading => {
    const read: Record<string, string | number | Span> = { row: number };
    for (const field of TEXT_FIELDS) {
      const text = String(cells[columns.get(field)?.[0] ?? -1] ?? '').trim();
      if (text !== '' && field !== 'person') read[field] = text;
    }
    for (const field of DAY_FIELDS) {
      const [column] = columns.get(field) ?? [];
      const cell = column === undefined ? '' : (cells[column] ?? '');
      if (cell === '' && field === 'day' && isDated)
        return { message: `${inSheet}${called(column!)}: is empty`, column: column! + 1 };
      if (cell === '') continue;
      const span = spanIn(cell, order);
      if (span === undefined) return { message: `${inSheet}${called(column!)}: is not a day`, column: column! + 1 };
      read[field] = span;
    }
    for (const field of NUMBER_FIELDS) {
      for (const column of columns.get(field) ?? []) {
        const value = numberIn(cells[column] ?? '', decimals.get(field) ?? '.');
        if (value === 'masked') return 'masked';
        if (typeof value === 'number' && value < 0 && !SIGNED_FIELDS.includes(field)) {
          return { message: `${inSheet}${called(column)}: is below 0`, column: column + 1 };
        }
        if (value === 'bad') return { message: `${inSheet}${called(column)}: is not a number`, column: column + 1 };
        if (value !== undefined) read[field] = Number(read[field] ?? 0) + value;
      }
    }
    return read as ExportRow;
  };
}

/** Whether as many rows were found as the file says above its table. */
function declaredRows({ sheet, head }: Recognized, found: number, place: string): Finding[] {
  const said = sheet.rows.slice(0, head).flatMap(({ cells }) => DECLARED.exec(String(cells[0]))?.[1] ?? []);
  const declared = said[0] === undefined ? found : Number(said[0].replaceAll(',', ''));
  if (declared === found) return [];
  return [
    warned(
      'ROWS_DECLARED',
      `${place}: the file says that it has ${many(declared, 'row')}, but has ${shown(found)}. Is it whole?`,
    ),
  ];
}

function currencyField(currency: string | undefined): { readonly currency?: string } {
  return currency === undefined ? {} : { currency };
}
