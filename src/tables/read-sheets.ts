import { refusal } from '../errors.ts';
import { withThousands } from '../numeric/digits.ts';
import { readCsv, usualSeparator } from './csv.ts';
import { decoded } from './decode.ts';
import { UNWORKED, type CellContent, type Sheet } from './sheet.ts';
import { zipEntries } from './zip-sizes.ts';

/** A file as it came. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A year of a large account's exports by day and advertisement is a tenth of each. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_CELLS = 3_000_000;
const MOST_COLUMNS = 1_000;

/**
 * The tables in a file: one of a text whose cells are separated by commas, semicolons or tabs, in UTF-8, UTF-16,
 * GB18030 or Windows-1252; each sheet of a spreadsheet (.xlsx). Formulas are not worked out: what the program that saved the file got
 * counts. What a file is, is told by its content and not by its name.
 *
 * @throws ScenarioError  where it is none of these, damaged, or too large
 */
export async function readSheets(file: RawFile): Promise<readonly Sheet[]> {
  const { name, bytes } = file;
  expectBytes(name, bytes.length);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    refuse(
      name,
      'is a spreadsheet of the old kind (.xls), or one with a password',
      'Save it as .xlsx or .csv, without a password.',
    );
  }
  const sheets = startsWith(bytes, [0x50, 0x4b]) ? await sheetsOfWorkbook(file) : [sheetOfText(file)];
  for (const sheet of sheets) expectSmall(sheet);
  return sheets;
}

/** @throws ScenarioError  for a file of more bytes than are read */
export function expectBytes(file: string, bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  refuse(
    file,
    `a file may have ${withThousands(`${MOST_BYTES}`)} bytes, this one has ${withThousands(`${bytes}`)}`,
    FEWER,
  );
}

const FEWER = 'Export fewer columns, or a shorter time.';

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function sheetOfText({ name, bytes }: RawFile): Sheet {
  const found = decoded(bytes);
  if (found === undefined) {
    refuse(
      name,
      'is no text in UTF-8, UTF-16, GB18030 or Windows-1252',
      'Give a table as .csv or .xlsx, as it was exported.',
    );
  }
  const separator = usualSeparator(found.text);
  // Before any cell is made: a file of nothing but separators would fill the memory.
  let most = 1;
  for (const letter of found.text) if (letter === separator || letter === '\n' || letter === '\r') most += 1;
  if (most > MOST_CELLS) refuse(name, tooMany(most), FEWER);
  const rows = readCsv(found.text, separator).map((cells) => ({
    number: cells[0]!.line,
    cells: cells.map(({ text }) => text),
  }));
  return { file: name, rows };
}

async function sheetsOfWorkbook({ name, bytes }: RawFile): Promise<readonly Sheet[]> {
  const entries = zipEntries(bytes);
  if (entries === undefined) refuse(name, 'is a damaged spreadsheet or archive', 'Export or download it again.');
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    refuse(name, 'is an archive, and no spreadsheet', 'Unpack it and give the files in it.');
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED) {
    refuse(
      name,
      `unpacks to ${withThousands(`${unpacked}`)} bytes, where ${withThousands(`${MOST_UNPACKED}`)} are allowed`,
      FEWER,
    );
  }
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(bytes).catch(() =>
    refuse(
      name,
      'is a damaged or far too large spreadsheet',
      'Open it in a spreadsheet program and save it as .xlsx again.',
    ),
  );
  return workbook.sheets.map((sheet) => ({
    file: name,
    name: sheet.name,
    rows: sheet.rows
      .map((row, r) => ({
        number: r + 1,
        cells: row.map((value, c) =>
          value === null && sheet.cells?.get(`${r},${c}`)?.type === 'formula' ? UNWORKED : contentOf(value),
        ),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }));
}

/** A date as hucre has it. */
interface CellDate {
  getTime(): number;
  toISOString(): string;
}

/** A date tells its day and, unless it is midnight, its time; one that no calendar has is left out. */
function contentOf(value: string | number | boolean | CellDate | null | undefined): CellContent {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value !== 'object') return String(value).trim();
  if (Number.isNaN(value.getTime())) return '';
  return value.toISOString().slice(0, 19).replace('T00:00:00', '').replace('T', ' ');
}

function expectSmall({ file, name, rows }: Sheet): void {
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  expectTable(file, columns, cells, (fault) =>
    name === undefined ? fault : `sheet ${JSON.stringify(name)}: ${fault}`,
  );
}

/** @throws ScenarioError  for a table of more columns or cells than are read */
export function expectTable(file: string, columns: number, cells: number, said = (fault: string) => fault): void {
  if (columns > MOST_COLUMNS) {
    const most = withThousands(`${MOST_COLUMNS}`);
    refuse(file, said(`a table may have ${most} columns, this one has ${withThousands(`${columns}`)}`), FEWER);
  }
  if (cells > MOST_CELLS) refuse(file, said(tooMany(cells)), FEWER);
}

function tooMany(cells: number): string {
  return `a table may have ${withThousands(`${MOST_CELLS}`)} cells, this one has ${withThousands(`${cells}`)}`;
}

function refuse(file: string, message: string, advice: string): never {
  throw refusal('', message, advice, file);
}
