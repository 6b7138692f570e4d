import { objectsIn, type Json, type JsonObject } from '../../../tables/read-json.ts';
import type { CellContent } from '../../../tables/sheet.ts';
import { chinaDayOf } from './china-time.ts';
import {
  contentOf,
  type Answer,
  type FieldName,
  type Fields,
  type PageCell,
  type PageProgram,
  type RecordReader,
} from './program.ts';

/** What a page holds at most: one that is full may be followed by another, and does not say so. */
const FULL = 100;

/** Of every record; who made it is not read. */
const SYSTEM_FIELDS: Fields = new Map([
  ['createTime', { label: '提交时间' }],
  ['updateTime', { label: '更新时间' }],
]);

const FORM: RecordReader = {
  needs: '/api/v5/app/entry/widget/list',
  cells: (record, fields) =>
    Object.entries(record).flatMap(([name, value]) => {
      const field = SYSTEM_FIELDS.get(name) ?? fields.get(name);
      return field === undefined ? [] : cellsOf(field, value);
    }),
};

/**
 * Answers of `POST /api/v5/app/entry/data/list`, and of `…/widget/list`, which says what fields are called.
 *
 * Source: jiandaoyun/api-demo, and the vendor's tables of fields and data types.
 */
export const jiandaoyun: PageProgram = {
  name: '简道云',
  has: 'data[]._id, data[].entryId',
  key: '_id',
  changed: 'updateTime',
  objects: [],
  inChina: true,
  isDeleted: ({ deleteTime }) => typeof deleteTime === 'string',

  read(answer): Answer | undefined {
    const { data, widgets, code, msg } = answer;
    if (typeof code === 'number' && typeof msg === 'string') return { kind: 'failure', said: `${code}: ${msg}` };
    const listed = objectsIn(widgets);
    if (listed !== undefined) return { kind: 'fields', fields: fieldsOf(listed) };
    const records = objectsIn(data);
    if (records === undefined || !records.every(isOfForm)) return undefined;
    // An empty answer ends the pages; which form it is of does not matter then.
    const form = records[0]?.['entryId'];
    return {
      kind: 'records',
      object: typeof form === 'string' ? form : '',
      records,
      follows: records.length >= FULL ? 'maybe' : 'no',
    };
  },

  recordsOf: () => FORM,
};

function isOfForm(record: JsonObject): boolean {
  const { _id: key, entryId } = record;
  const isNamed = typeof entryId === 'string' || Object.keys(record).some((name) => name.startsWith('_widget_'));
  return typeof key === 'string' && isNamed;
}

/** By name, which is the alias where one was given. */
function fieldsOf(widgets: readonly JsonObject[]): Fields {
  return new Map(
    widgets.flatMap(({ name, label, items }): [string, FieldName][] => {
      if (typeof name !== 'string' || typeof label !== 'string') return [];
      const parts = objectsIn(items);
      return [[name, { label, ...(parts === undefined ? {} : { parts: fieldsOf(parts) }) }]];
    }),
  );
}

/** Of the lines of a sub-form the first: exports have the others in rows of their own, which count for nothing. */
function cellsOf({ label, parts }: FieldName, value: Json | undefined): readonly PageCell[] {
  if (parts === undefined) return [{ heading: label, content: fieldContent(value) }];
  const [line = {}] = objectsIn(value) ?? [];
  return [...parts].map(([name, part]) => ({
    heading: `${label}.${part.label}`,
    content: fieldContent(line[name]),
  }));
}

function fieldContent(value: Json | undefined): CellContent {
  const content = contentOf(value);
  return (typeof content === 'string' ? chinaDayOf(content) : undefined) ?? content;
}
