import type { Kernel } from './kernel.ts';
import type { Address } from './address.ts';

/**
 * A part of a kernel's memory for rows of draws, all of which are taken back at once. What is made of rows that stand
 * there is made by the kernel, and need not be copied to it.
 */
export interface RowRoom {
  readonly kernel: Kernel;
  /** A row of so many draws with anything in it; where the room is full, one outside of it. */
  row(count: number): Float64Array;
  /** Several rows, `rowStride` apart, the same objects whenever they are the same; undefined where the room is full. */
  table(rows: number, count: number): readonly Float64Array[] | undefined;
  /** Where a row stands, if it stands here; beyond an odd number of draws there is room for one more. */
  addressOf(row: Float64Array): Address | undefined;
  /** How much is handed out. */
  filled(): Address;
  /** How often rows were taken back. */
  clearings(): number;
  /** Rows that were handed out must not be read any more; of those handed out since it was filled `to` there, if given. */
  clear(to?: Address): void;
}

/** Bytes between rows, so that those of as many draws as a power of two do not all fall in one place of the cache. */
const PADDING = 64;

/** Bytes from one row of `count` draws to the next. */
function rowStride(count: number): number {
  return 16 * Math.ceil(count / 2) + PADDING;
}

/** Takes room for so many numbers from the kernel's memory, for good. */
export function openRowRoom(kernel: Kernel, numbers: number): RowRoom {
  const first = kernel.room(numbers);
  kernel.hold();
  kernel.fix();
  const { buffer } = kernel.numbers();
  const end = first + 8 * numbers;
  let free = first;
  let clearings = 0;
  const tables = new Map<string, readonly Float64Array[]>();
  const take = (bytes: number): Address | undefined => {
    if (free + bytes > end) return undefined;
    const address = free;
    free += bytes;
    return address;
  };
  return {
    kernel,
    row(count) {
      const address = take(rowStride(count));
      return address === undefined ? new Float64Array(count) : new Float64Array(buffer, address, count);
    },
    table(rows, count) {
      const stride = rowStride(count);
      const address = take(rows * stride);
      if (address === undefined) return undefined;
      const key = `${address} ${rows} ${count}`;
      let table = tables.get(key);
      if (table === undefined) {
        table = Array.from({ length: rows }, (_, k) => new Float64Array(buffer, address + k * stride, count));
        tables.set(key, table);
      }
      return table;
    },
    addressOf: (row) => (row.buffer === buffer ? row.byteOffset : undefined),
    filled: () => free,
    clearings: () => clearings,
    clear(to = first) {
      clearings += 1;
      free = to;
    },
  };
}
