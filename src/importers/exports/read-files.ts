import { refusal, ScenarioError, type Issue } from '../../errors.ts';
import { readJson } from '../../tables/read-json.ts';
import { readSheets, type RawFile } from '../../tables/read-sheets.ts';
import type { Sheet } from '../../tables/sheet.ts';
import { extract, type Extract } from './extract.ts';
import { channelCosts, fingerprints } from './fingerprints.ts';
import { answerIn, type Saved } from './pages/answer-in.ts';
import { pagePrograms } from './pages/programs.ts';
import { extractPages, tablesOfPages } from './pages/tables-of-pages.ts';
import { recognize } from './recognize.ts';
import { folded } from './sources.ts';
import { extractWide } from './wide.ts';
import { wideTable } from './wide-table.ts';

/** What a file holds: exports, or an answer that others may belong to. */
export type FileContent =
  | { readonly kind: 'exports'; readonly extracts: readonly Extract[] }
  | { readonly kind: 'answer'; readonly saved: Saved };

/**
 * The rows of every export in these files.
 *
 * @param spend  headings of columns that are spend, in tables with a column for each channel
 * @throws ScenarioError  with what is wrong with each of them
 */
export async function readFiles(files: readonly RawFile[], spend: readonly string[] = []): Promise<readonly Extract[]> {
  const contents: FileContent[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    try {
      contents.push(await readExport(file, spend));
    } catch (error) {
      issues.push(...issuesOf(error));
    }
  }
  if (issues.length > 0) throw new ScenarioError(issues);
  const extracts = extractsOf(contents);
  expectColumns(extracts, spend);
  return extracts;
}

/** @throws ScenarioError  where no table has a column that was said to be spend */
function expectColumns(extracts: readonly Extract[], spend: readonly string[]): void {
  const known = extracts.flatMap(({ headings }) => headings.spend ?? []);
  for (const column of spend) {
    if (known.some((heading) => folded(heading) === folded(column))) continue;
    throw refusal('', `no table with a column for each channel has a column ${JSON.stringify(column)}`);
  }
}

/**
 * What a file holds.
 *
 * @param spend  as of `readFiles`
 * @throws ScenarioError  with what is wrong with it
 */
export async function readExport(file: RawFile, spend: readonly string[] = []): Promise<FileContent> {
  const json = readJson(file);
  if (json !== undefined) return { kind: 'answer', saved: answerIn(file.name, json) };
  const sheets = await readSheets(file);
  const extracts = sheets.flatMap((sheet) => extractsIn(sheet, sheets.length > 1, spend));
  if (extracts.length === 0) throw new ScenarioError([unknown(file.name)]);
  return { kind: 'exports', extracts };
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

/** The tables of a sheet. Spreadsheets have sheets of notes beside that of data: one that is no table is passed over there. */
function extractsIn(sheet: Sheet, others: boolean, spend: readonly string[]): readonly Extract[] {
  const recognition = recognize(sheet);
  if (recognition.status === 'recognized') return [extract(recognition.table)];
  // Without a column for the channel: there may be one for each of them.
  const mayBeWide =
    recognition.status === 'unknown' ||
    (recognition.status === 'incomplete' && recognition.fingerprint === channelCosts);
  const wide = mayBeWide ? wideTable(sheet) : undefined;
  const extracts = wide === undefined ? [] : extractWide(wide, spend);
  if (extracts.length > 0 || recognition.status === 'unknown' || others) return extracts;
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
    advice: `Known are exports of ${PROGRAMS.join(', ')}, tables of costs by channel and day, week or month (a row or a column for each channel), and saved answers of the APIs of ${pagePrograms.map(({ name }) => name).join(', ')}.`,
  };
}
