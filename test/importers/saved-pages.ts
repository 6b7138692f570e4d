/** Answers of APIs as files, made of the samples' exports in the shapes that the programs have. */
import { readSheets, type RawFile } from '../../src/tables/read-sheets.ts';
import { sample, textFile } from './exports-files.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** The rows of a sample's first table, by heading. */
export async function recordsOf(name: string): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const [sheet] = await readSheets(sample(name));
  const [head, ...rows] = sheet!.rows;
  return rows.map(({ cells }) => Object.fromEntries(head!.cells.map((heading, at) => [heading, cells[at] ?? ''])));
}

export function jsonFile(name: string, content: unknown): RawFile {
  return textFile(name, JSON.stringify(content));
}

function cut<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, k) => list.slice(k * size, (k + 1) * size));
}

/** Pages as `GET /crm/v8/{Module}` answers them. */
export function zohoPages(name: string, records: readonly Record_[], size = 200): readonly RawFile[] {
  const pages = cut(records, size);
  return pages.map((data, k) =>
    jsonFile(`${name}_${k + 1}.json`, {
      data,
      info: { per_page: size, count: data.length, page: k + 1, more_records: k + 1 < pages.length },
    }),
  );
}

/** Pages as `POST /cgi/crm/v2/data/query` answers them. */
export function fxiaokePages(object: string, records: readonly Record_[], size = 100): readonly RawFile[] {
  return cut(records, size).map((page, k) =>
    jsonFile(`${object}_${k + 1}.json`, {
      errorCode: 0,
      errorMessage: 'OK',
      data: {
        total: records.length,
        offset: k * size,
        limit: size,
        dataList: page.map((record) => ({ object_describe_api_name: object, ...record })),
      },
    }),
  );
}

/** Pages as `POST /api/v5/app/entry/data/list` answers them. */
export function jiandaoyunPages(form: string, records: readonly Record_[], size = 100): readonly RawFile[] {
  return cut(records, size).map((data, k) =>
    jsonFile(`${form}_${k + 1}.json`, {
      data: data.map((record) => ({ appId: 'app', entryId: form, deleteTime: null, ...record })),
    }),
  );
}
