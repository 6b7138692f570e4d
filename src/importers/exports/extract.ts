import { refusal, ScenarioError, type Issue } from '../../errors.ts';
import { UNWORKED, type Sheet, type SheetRow } from '../../tables/sheet.ts';
import { dayOrderOf, minuteIn, spanIn, type DayOrder, type Span } from './days.ts';
import { told, warned, type Found } from './finding.ts';
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
import { filledDown } from './filled-down.ts';
import { decimalSignOf, numberIn, type DecimalSign } from './numbers.ts';
import { cellOf, type Recognized } from './recognize.ts';
import { withoutRepeats } from './repeated.ts';
import { sortedRows } from './sorted-rows.ts';
import { onTotals } from './totals.ts';
import { wholePeriods } from './whole-periods.ts';
import type { Place } from './languages/places.ts';
import type { ExportRow } from './export-row.ts';

/** The rows of an export, each counted once, without totals. */
export interface Extract {
  readonly fingerprint: Fingerprint;
  readonly rows: readonly ExportRow[];
  readonly currency?: string;
  /** The file does not say its currency: it is what the program usually has. */
  readonly isAssumed: boolean;
  /** Where it is from. */
  readonly place: Place;
  /** What the columns of fields are called in the file. */
  readonly headings: Readonly<Partial<Record<Field, string>>>;
  readonly findings: readonly Found[];
}

/** Rows that cannot be read are left out and told as long as they are fewer than this share. */
const MOST_UNREADABLE = 0.01;
const MOST_ISSUES = 10;
const DECLARED = /^rows: ([\d,]+)$/i;

/**
 * Reads the rows of a recognized table.
 *
 * @throws ScenarioError  where more than one row in a hundred cannot be read, with file, row and column; what stood there is not repeated
 */
export function extract(table: Recognized): Extract {
  const { sheet, fingerprint, head, columns } = table;
  const place = placeOf(sheet);
  const findings: Found[] = [];

  const below = sheet.rows.slice(head + 1);
  const order = orderOfDays(table, below);
  const sorted = sortedRows(table, below, order);
  const last = sorted.data.at(-1);
  const isCutOff =
    last !== undefined && last === sheet.rows.at(-1) && last.cells.length < sheet.rows[head]!.cells.length;
  const { rows: data, filled } = filledDown(table, isCutOff ? sorted.data.slice(0, -1) : sorted.data);
  if (isCutOff) findings.push(warned('CUT_OFF', ({ findings: words }) => words.cutOff(place)));
  if (filled.length > 0) findings.push(warned('FILLED_DOWN', ({ findings: words }) => words.filledDown(place, filled)));
  const again = headingsAgain(table);
  if (again.length > 0) findings.push(warned('SAME_HEADING', ({ findings: words }) => words.sameHeading(place, again)));
  const unique = withoutRepeats(table, data, place);
  findings.push(...declaredRows(table, data.length, place), ...unique.findings);
  if (sorted.continued > 0) {
    findings.push(told('CONTINUATION_ROWS', ({ findings: words }) => words.subForms(place, sorted.continued)));
  }

  const decimals = decimalSigns(table, unique.rows);
  const reader = rowReader(table, order, decimals);
  const rows: ExportRow[] = [];
  const unreadable: { readonly row: SheetRow; readonly fault: Fault }[] = [];
  let masked = 0;
  for (const raw of unique.rows) {
    const reading = reader(raw);
    if (reading === 'masked') masked += 1;
    else if ('message' in reading) unreadable.push({ row: raw, fault: reading });
    else rows.push(reading);
  }
  if (unreadable.length > MOST_UNREADABLE * unique.rows.length) {
    throw new ScenarioError(
      unreadable.slice(0, MOST_ISSUES).map(({ row, fault }, k) => issueOn(row, fault, sheet, k === 0)),
    );
  }
  if (unreadable.length > 0) {
    const first = unreadable[0]!.row.number;
    findings.push(warned('BAD_NUMBER', ({ findings: words }) => words.unreadable(place, unreadable.length, first)));
  }
  const hidden = masked;
  if (hidden > 0) findings.push(told('MASKED_VALUE', ({ findings: words }) => words.masked(place, hidden)));
  findings.push(...onTotals(table, rows, sorted.totals, decimals.get('spend') ?? '.', place));
  if (columns.has('person')) findings.push(told('PII_DROPPED', ({ findings: words }) => words.people(place)));
  const isByTime = fingerprint.kind === 'costs' || fingerprint.kind === 'results';
  const currency = currencyIn(table, rows);
  const assumed = fingerprint.kind === 'ads' ? fingerprint.currency : undefined;
  if (currency === undefined && assumed !== undefined) {
    findings.push(warned('NO_CURRENCY', ({ findings: words }) => words.fileCurrency(place, assumed)));
  }
  return {
    fingerprint,
    rows: isByTime ? wholePeriods(rows) : rows,
    place,
    findings,
    isAssumed: currency === undefined,
    headings: Object.fromEntries([...columns].map(([field, [at]]) => [field, String(sheet.rows[head]!.cells[at!])])),
    ...currencyField(currency ?? fingerprint.currency),
  };
}

function placeOf({ file, name, more }: Sheet): Place {
  return { file, ...(name === undefined ? {} : { sheet: name }), ...(more === undefined ? {} : { more }) };
}

/** @param advised  says what to do, which need not be said again in every row */
function issueOn({ number, page }: SheetRow, fault: Fault, { file }: Sheet, advised: boolean): Issue {
  const { message, column, advice } = fault;
  const issue = { severity: 'error', path: '' } as const;
  if (page === undefined) {
    return { ...issue, file, line: number, column, message, ...(advised && advice !== undefined && { advice }) };
  }
  return { ...issue, file: page, message: `record ${number}, ${message}` };
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
    throw refusal('', message, advice, sheet.file);
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

/** Of a row: what is wrong, and in which column, from 1. */
interface Fault {
  readonly message: string;
  readonly column: number;
  readonly advice?: string;
}

const SAVE_AGAIN = 'Open the file in a spreadsheet program, which works it out, and save it again.';
const EMPTY = 'Fill it in, or delete the row.';
const NO_DAY = 'Write days as 2026-04-03, weeks as 2026-W14, months as 2026-04.';
const NO_NUMBER = 'Write a number such as 1234.50, or leave the cell blank.';

type RowReading = ExportRow | 'masked' | Fault;

function rowReader(table: Recognized, order: DayOrder, decimals: ReadonlyMap<NumberField, DecimalSign>) {
  const { columns, sheet, head, fingerprint, source } = table;
  const called = (column: number) => {
    const heading = JSON.stringify(sheet.rows[head]!.cells[column]);
    return sheet.name === undefined ? `column ${heading}` : `sheet ${JSON.stringify(sheet.name)}, column ${heading}`;
  };
  const sourceAt = fingerprint.kind === 'costs' ? columns.get('source')?.[0] : undefined;
  // Money without a day, or a channel, would be left out without a word.
  const isDated = fingerprint.kind === 'ads' || fingerprint.kind === 'costs' || fingerprint.kind === 'results';
  const used = [...columns.values()].flat();
  return (row: SheetRow): RowReading => {
    const { number, cells } = row;
    const unworked = used.find((column) => cells[column] === UNWORKED);
    if (unworked !== undefined) {
      return {
        message: `${called(unworked)}: is a formula without its value`,
        column: unworked + 1,
        advice: SAVE_AGAIN,
      };
    }
    const read: Record<string, string | number | Span> = { row: number, ...(source !== undefined && { source }) };
    for (const field of TEXT_FIELDS) {
      const text = String(cellOf(table, row, field)).trim();
      if (text !== '' && field !== 'person') read[field] = text;
    }
    if (sourceAt !== undefined && read['source'] === undefined && cellOf(table, row, 'spend') !== '') {
      return { message: `${called(sourceAt)}: is empty`, column: sourceAt + 1, advice: EMPTY };
    }
    for (const field of DAY_FIELDS) {
      const [column] = columns.get(field) ?? [];
      const cell = column === undefined ? '' : (cells[column] ?? '');
      if (cell === '' && field === 'day' && isDated)
        return { message: `${called(column!)}: is empty`, column: column! + 1, advice: EMPTY };
      if (cell === '') continue;
      const span = spanIn(cell, order);
      if (span === undefined)
        return { message: `${called(column!)}: is not a day`, column: column! + 1, advice: NO_DAY };
      read[field] = span;
      const minute = field === 'day' && fingerprint.kind === 'leads' ? minuteIn(cell) : undefined;
      if (minute !== undefined) read['minute'] = minute;
    }
    for (const field of NUMBER_FIELDS) {
      for (const column of columns.get(field) ?? []) {
        const value = numberIn(cells[column] ?? '', decimals.get(field) ?? '.');
        if (value === 'masked') return 'masked';
        if (typeof value === 'number' && value < 0 && !SIGNED_FIELDS.includes(field)) {
          return { message: `${called(column)}: is below 0`, column: column + 1 };
        }
        if (value === 'bad') {
          return { message: `${called(column)}: is not a number`, column: column + 1, advice: NO_NUMBER };
        }
        if (value !== undefined) read[field] = Number(read[field] ?? 0) + value;
      }
    }
    return withRevenue(read as ExportRow);
  };
}

/** Headings of columns that are used while others have the same: which of them was meant nobody can tell. */
function headingsAgain({ columns, headings, sheet, head }: Recognized): readonly string[] {
  const used = new Set([...columns.values()].flat());
  return [...used]
    .filter((at) => headings.some(({ name }, other) => name === headings[at]!.name && !used.has(other)))
    .map((at) => String(sheet.rows[head]!.cells[at]));
}

/** What conversions paid, where the table tells how many there were and what one paid. */
function withRevenue(row: ExportRow): ExportRow {
  const { told, each, conversions } = row;
  return told !== undefined || each === undefined || conversions === undefined
    ? row
    : { ...row, told: each * conversions };
}

/** Whether as many rows were found as the file says above its table. */
function declaredRows({ sheet, head }: Recognized, found: number, place: Place): Found[] {
  const said = sheet.rows.slice(0, head).flatMap(({ cells }) => DECLARED.exec(String(cells[0]))?.[1] ?? []);
  const declared = said[0] === undefined ? found : Number(said[0].replaceAll(',', ''));
  if (declared === found) return [];
  return [warned('ROWS_DECLARED', ({ findings }) => findings.rowsDeclared(place, declared, found))];
}

function currencyField(currency: string | undefined): { readonly currency?: string } {
  return currency === undefined ? {} : { currency };
}
