import { group } from 'd3-array';
import { refusal } from '../../../errors.ts';
import { extract, type Extract } from '../extract.ts';
import { told, warned, type Found } from '../finding.ts';
import type { Saved } from './answer-in.ts';
import { missingPages } from './missing-pages.ts';
import { pageSheet } from './page-sheet.ts';
import type { FieldList, Fields, RecordPage } from './program.ts';
import { recognizedPages } from './recognized-pages.ts';
import { uniqueRecords, type PlacedRecord } from './unique-records.ts';

/** Pages of one table, and what may tell the names of its fields. */
export interface PageTable {
  readonly pages: readonly [Saved<RecordPage>, ...Saved<RecordPage>[]];
  readonly lists: readonly FieldList[];
}

/** Pages by what their records are, in the order of files; pages without records end others, and are no table. */
export function tablesOfPages(answers: readonly Saved[]): readonly PageTable[] {
  const filled = answers.flatMap(({ answer, ...from }) =>
    answer.kind === 'records' && answer.records.length > 0 ? [{ ...from, answer }] : [],
  );
  const byObject = group(filled, ({ program, answer }) => `${program.name} ${answer.object}`);
  return [...byObject.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ pages: [first, ...others], lists: listsFor(first, answers) }],
  );
}

function listsFor({ program, answer: { object } }: Saved<RecordPage>, answers: readonly Saved[]): readonly FieldList[] {
  return answers.flatMap(({ program: own, answer }) =>
    own === program && answer.kind === 'fields' && (answer.object ?? object) === object ? [answer] : [],
  );
}

/**
 * The rows of pages of one table, as those of the table that the program exports.
 *
 * @throws ScenarioError  where nobody knows what their fields are, or what they hold cannot be read
 */
export function extractPages({ pages, lists }: PageTable): Extract {
  const [{ program, file, answer: first }, ...others] = pages;
  const reader = program.recordsOf(first.object)!;
  const { records, repeated } = uniqueRecords(program, pages);
  const kept = records.filter(({ record }) => program.isDeleted?.(record) !== true);
  const fields = fieldsFor(kept, lists);
  if (reader.needs !== undefined && fields === undefined) throw unnamed(reader.needs, file);

  const { sheet, codes } = pageSheet(kept, reader, fields ?? new Map(), file, others.length);
  const { findings, ...read } = extract(recognizedPages(sheet, reader, program));
  const { place } = read;
  const { optionsFrom } = reader;
  const deleted = records.length - kept.length;
  const onPages: readonly Found[] = [
    ...missingPages(
      pages.map(({ answer }) => answer),
      records.length,
      place,
    ),
    ...(repeated > 0 ? [warned('DUP_RECORD', ({ findings: words }) => words.sameRecords(place, repeated))] : []),
    ...(deleted > 0 ? [told('DELETED_RECORDS', ({ findings: words }) => words.deleted(place, deleted))] : []),
    ...(codes.length > 0 && optionsFrom !== undefined
      ? [warned('OPTION_VALUES', ({ findings: words }) => words.codes(place, codes, optionsFrom))]
      : []),
    ...(program.inChina ? [told('TIME_ZONE', ({ findings: words }) => words.inChina(place))] : []),
  ];
  return { ...read, findings: [...onPages, ...findings] };
}

/** The list with most of the fields that records have: lists do not always say what they are of. */
function fieldsFor(records: readonly PlacedRecord[], lists: readonly FieldList[]): Fields | undefined {
  const names = new Set(records.flatMap(({ record }) => Object.keys(record)));
  const counts = lists.map(({ fields }) => ({ fields, count: [...names].filter((name) => fields.has(name)).length }));
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? undefined : best.fields;
}

function unnamed(source: string, file: string) {
  const message = 'has records whose fields have numbers, and no file says what they are called';
  return refusal('', message, `Save the answer of ${source} for the same form, and give it as well.`, file);
}
