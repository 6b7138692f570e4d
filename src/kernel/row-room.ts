import type { Address, Kernel } from './kernel.ts';

/**
 * A part of a kernel's memory for rows of draws, all of which are taken back at once. What is made of rows that stand
 * there is made by the kernel, and need not be copied to it.
 */
export interface RowRoom {
  readonly kernel: Kernel;
  /** A row of so many draws with anything in it; where the room is full, one outside of it. */
  row(count: number): Float64Array;
  /** Where a row stands, if it stands here; beyond an odd number of draws there is room for one more. */
  addressOf(row: Float64Array): Address | undefined;
  /** Rows that were handed out must not be read any more. */
  clear(): void;
}

/** Numbers of a room: of 2,048 draws 1,500 rows. */
const NUMBERS = 1500 * 2048;
/** Bytes between rows, so that those of as many draws as a power of two do not all fall in one place of the cache. */
const PADDING = 64;

/** Takes the room from the kernel's memory, for good. */
export function openRowRoom(kernel: Kernel): RowRoom {
  const first = kernel.room(NUMBERS);
  kernel.hold();
  kernel.fix();
  const { buffer } = kernel.numbers();
  const end = first + 8 * NUMBERS;
  let free = first;
  return {
    kernel,
    row(count) {
      const address = free;
      const next = address + 16 * Math.ceil(count / 2) + PADDING;
      if (next > end) return new Float64Array(count);
      free = next;
      return new Float64Array(buffer, address, count);
    },
    addressOf: (row) => (row.buffer === buffer ? row.byteOffset : undefined),
    clear() {
      free = first;
    },
  };
}
