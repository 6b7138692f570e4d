/** Where the draws of several series stand, so that all threads write and read them in place. */
import type { Row } from '../../domain/row.ts';

/** Room for `count` draws of each series, from draw `first` on; one series after the other. */
export interface DrawRoom {
  readonly first: number;
  readonly count: number;
  readonly values: Float64Array;
}

/**
 * Gives room for draws that messages to other threads do not copy, where the host lets threads share memory: Node does,
 * browsers do for pages that are isolated from all others. V8 does not count it as memory of a thread, of which 64 MB that
 * come and go have it search the whole heap for what is no longer used; nor does it hurry to take it back, so the largest is
 * used again.
 */
export interface DrawRooms {
  take(series: number, first: number, count: number): DrawRoom;
  /** Nobody must read or write the room any more. */
  giveBack(room: DrawRoom): void;
}

export function openDrawRooms(): DrawRooms {
  let spare: Float64Array | undefined;
  return {
    take(series, first, count) {
      const length = series * count;
      const used = spare !== undefined && spare.length >= length ? spare : newNumbers(length);
      if (used === spare) spare = undefined;
      return { first, count, values: used.subarray(0, length) };
    },
    giveBack(room) {
      if (isShared(room) && !(spare !== undefined && spare.byteLength >= room.values.buffer.byteLength)) {
        spare = new Float64Array(room.values.buffer);
      }
    },
  };
}

/** Numbers that other threads see, where they can. */
export function newNumbers(length: number): Float64Array {
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  return new Float64Array(sharesMemory() ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
}

/** Whether other threads see these very numbers, and not a copy of them. */
export function isShared({ values: { buffer } }: DrawRoom): boolean {
  return sharesMemory() && buffer instanceof SharedArrayBuffer;
}

/** Writes consecutive draws of all series, of which `first` is the first. */
export function writeDraws(rows: readonly Row[], room: DrawRoom, first: number): void {
  rows.forEach((row, s) => room.values.set(row, s * room.count + first - room.first));
}

/** One series of a room. */
export function drawsOfSeries({ values, count }: DrawRoom, s: number): Row {
  return values.subarray(s * count, (s + 1) * count);
}

/** Whether threads can share memory here. */
export function sharesMemory(): boolean {
  return typeof SharedArrayBuffer !== 'undefined';
}
