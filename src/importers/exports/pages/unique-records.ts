import type { Json, JsonObject } from '../../../tables/read-json.ts';
import type { Saved } from './answer-in.ts';
import type { PageProgram, RecordPage } from './program.ts';

/** A record and where it stands. */
export interface PlacedRecord {
  readonly file: string;
  /** From 1, on its page. */
  readonly number: number;
  readonly record: JsonObject;
}

export interface UniqueRecords {
  readonly records: readonly PlacedRecord[];
  /** How many were there again. */
  readonly repeated: number;
}

/** The records of pages, each once: where pages overlap, as it was changed last. */
export function uniqueRecords({ key, changed }: PageProgram, pages: readonly Saved<RecordPage>[]): UniqueRecords {
  const all = pages.flatMap(({ file, answer }) =>
    answer.records.map((record, r): PlacedRecord => ({ file, number: r + 1, record })),
  );
  const byKey = new Map<Json | symbol, PlacedRecord>();
  for (const placed of all) {
    const name = placed.record[key];
    // A record without a name is nobody else's.
    const own = typeof name === 'string' && name !== '' ? name : Symbol('unnamed');
    const before = byKey.get(own);
    if (before === undefined || isLater(placed.record[changed], before.record[changed])) byKey.set(own, placed);
  }
  return { records: [...byKey.values()], repeated: all.length - byKey.size };
}

/** Times of one program are all numbers, or texts that are in order as their times are. */
function isLater(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one > other;
  return typeof one === 'string' && typeof other === 'string' && one > other;
}
