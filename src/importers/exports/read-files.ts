import { refusal, ScenarioError, type Issue } from '../../errors.ts';
import { readSheets, type RawFile } from '../../tables/read-sheets.ts';
import type { Sheet } from '../../tables/sheet.ts';
import { extract, type Extract } from './extract.ts';
import { fingerprints } from './fingerprints.ts';
import { recognize, type Recognized } from './recognize.ts';

/**
 * The rows of every export in these files.
 *
 * @throws ScenarioError  with what is wrong with each of them
 */
export async function readFiles(files: readonly RawFile[]): Promise<readonly Extract[]> {
  const extracts: Extract[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    try {
      extracts.push(...(await readExport(file)));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues);
  return extracts;
}

/**
 * The rows of every export in a file.
 *
 * @throws ScenarioError  with what is wrong with it
 */
export async function readExport(file: RawFile): Promise<readonly Extract[]> {
  const sheets = await readSheets(file);
  const found = sheets.flatMap((sheet) => recognized(sheet, sheets.length > 1));
  if (found.length === 0) throw new ScenarioError([unknown(file.name)]);
  return found.map(extract);
}

/** The table of a sheet. Spreadsheets have sheets of notes beside that of data: one that is no table is passed over there. */
function recognized(sheet: Sheet, others: boolean): readonly Recognized[] {
  const recognition = recognize(sheet);
  if (recognition.status === 'recognized') return [recognition.table];
  if (recognition.status === 'unknown') return [];
  if (others) return [];
  if (recognition.status === 'doubtful') {
    throw refusal(
      '',
      `looks like an export of ${recognition.names[0]} as much as of ${recognition.names[1]}`,
      'Export it with more columns, by which it can be told apart.',
      sheet.file,
    );
  }
  const { fingerprint, missing } = recognition;
  const names = (fingerprint.columns[missing] ?? []).slice(0, 3).join(' / ');
  throw refusal(
    '',
    `looks like an export of ${fingerprint.name}, but has no column ${names}`,
    (missing === 'day' ? fingerprint.byDay : undefined) ?? 'Export it again with this column.',
    sheet.file,
  );
}

const PROGRAMS = [
  ...new Set(fingerprints.flatMap(({ kind, name }) => (kind === 'costs' ? [] : [name.replace(/ [a-z ]+$/, '')]))),
];

function unknown(file: string): Issue {
  return {
    severity: 'error',
    path: '',
    file,
    message: 'no row looks like the headings of an export that is known',
    advice: `Known are exports of ${PROGRAMS.join(', ')}, and tables of costs by month and channel.`,
  };
}
