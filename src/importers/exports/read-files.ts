import { refusal, ScenarioError, type Issue } from '../../errors.ts';
import { readJson } from '../../tables/read-json.ts';
import { readSheets, type RawFile } from '../../tables/read-sheets.ts';
import type { Sheet } from '../../tables/sheet.ts';
import { extract, type Extract } from './extract.ts';
import { fingerprints } from './fingerprints.ts';
import { answerIn, type Saved } from './pages/answer-in.ts';
import { pagePrograms } from './pages/programs.ts';
import { extractPages, tablesOfPages } from './pages/tables-of-pages.ts';
import { recognize, type Recognized } from './recognize.ts';

/** What a file holds: exports, or an answer that others may belong to. */
export type FileContent =
  | { readonly kind: 'exports'; readonly extracts: readonly Extract[] }
  | { readonly kind: 'answer'; readonly saved: Saved };

/**
 * The rows of every export in these files.
 *
 * @throws ScenarioError  with what is wrong with each of them
 */
export async function readFiles(files: readonly RawFile[]): Promise<readonly Extract[]> {
  const contents: FileContent[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    try {
      contents.push(await readExport(file));
    } catch (error) {
      issues.push(...issuesOf(error));
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues);
  return extractsOf(contents);
}

/**
 * What a file holds.
 *
 * @throws ScenarioError  with what is wrong with it
 */
export async function readExport(file: RawFile): Promise<FileContent> {
  const json = readJson(file);
  if (json !== undefined) return { kind: 'answer', saved: answerIn(file.name, json) };
  const sheets = await readSheets(file);
  const found = sheets.flatMap((sheet) => recognized(sheet, sheets.length > 1));
  if (found.length === 0) throw new ScenarioError([unknown(file.name)]);
  return { kind: 'exports', extracts: found.map(extract) };
}

/**
 * The rows of every export in files that were read; saved answers to the same question are one.
 *
 * @throws ScenarioError  with what is wrong with answers once they are put together
 */
export function extractsOf(contents: readonly FileContent[]): readonly Extract[] {
  const tables = tablesOfPages(contents.flatMap((content) => (content.kind === 'answer' ? [content.saved] : [])));
  const issues: Issue[] = [];
  const extracts = contents.flatMap((content) => (content.kind === 'exports' ? content.extracts : []));
  for (const table of tables) {
    try {
      extracts.push(extractPages(table));
    } catch (error) {
      issues.push(...issuesOf(error));
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues);
  return extracts;
}

function issuesOf(error: unknown): readonly Issue[] {
  if (!(error instanceof ScenarioError)) throw error;
  return error.issues;
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
    advice: `Known are exports of ${PROGRAMS.join(', ')}, tables of costs by channel and day, week or month, and saved answers of the APIs of ${pagePrograms.map(({ name }) => name).join(', ')}.`,
  };
}
