import type { Row } from '../../domain/row.ts';
import type { RowRoom } from '../../kernel/row-room.ts';

/** Numbers by period and draw: a row for each period. */
export type Table = readonly Row[];

/** Gives tables to work on: whatever is in them, they are there to be written to. */
export interface Memory {
  table(periods: number, count: number): Table;
  /** Does some work, and takes back the tables that were given to it. */
  lend<Result>(work: () => Result): Result;
}

/** Memory that is used again after each `reset`. */
export interface UsedMemory extends Memory {
  reset(): void;
}

/** Fresh memory, kept for as long as anyone holds it. */
export const fresh: Memory = {
  table: (periods, count) => Array.from({ length: periods }, () => new Float64Array(count)),
  lend: (work) => work(),
};

/**
 * Memory that is used again after each `reset`, with what was last written to it: a search evaluates thousands of plans
 * in blocks of the same sizes, and the pages of new arrays, or clearing old ones, cost as much as the arithmetic. What
 * was given out before a reset must not be read after it.
 *
 * @param room  where tables are to stand, as long as there is room
 */
export function recycled(room?: RowRoom): UsedMemory {
  const kept = new Map<string, { tables: Table[]; given: number }>();
  return {
    table(periods, count) {
      const inRoom = room?.table(periods, count);
      if (inRoom !== undefined) return inRoom;
      const key = `${periods} ${count}`;
      let shelf = kept.get(key);
      if (shelf === undefined) kept.set(key, (shelf = { tables: [], given: 0 }));
      const table = (shelf.tables[shelf.given] ??= fresh.table(periods, count));
      shelf.given += 1;
      return table;
    },
    lend(work) {
      const filled = room?.filled();
      const before = new Map(Array.from(kept, ([key, { given }]) => [key, given]));
      const result = work();
      room?.clear(filled);
      for (const [key, shelf] of kept) shelf.given = before.get(key) ?? 0;
      return result;
    },
    reset() {
      room?.clear();
      for (const shelf of kept.values()) shelf.given = 0;
    },
  };
}
