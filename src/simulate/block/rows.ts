/**
 * Rows of a block made of others, draw by draw. What is the same in every draw is computed once, and no row is made
 * twice: channels that share a price or a value share what is made of it. So nobody may write to these rows.
 */
import type { Row } from '../../domain/row.ts';
import { constantRow, newRow, type Block, type Operation } from './block.ts';

export function product(block: Block, a: Row, b: Row): Row {
  if (isAll(block, a, 1)) return b;
  if (isAll(block, b, 1)) return a;
  if (isAll(block, a, 0) || isAll(block, b, 0)) return constantRow(block, 0);
  return made(block, 'product', a, b);
}

export function sum(block: Block, a: Row, b: Row): Row {
  if (isAll(block, a, 0)) return b;
  if (isAll(block, b, 0)) return a;
  return made(block, 'sum', a, b);
}

export function difference(block: Block, a: Row, b: Row): Row {
  if (isAll(block, b, 0)) return a;
  return made(block, 'difference', a, b);
}

/** `a / b`, and 0 where b is not positive. */
export function quotient(block: Block, a: Row, b: Row): Row {
  if (isAll(block, b, 1)) return a;
  return made(block, 'quotient', a, b);
}

/** `a / b`, for a positive b. */
export function ratio(block: Block, a: Row, b: Row): Row {
  return isAll(block, b, 1) ? a : made(block, 'ratio', a, b);
}

/** A row made of two others, draw by draw; from the block where it has been made before. */
function made(block: Block, operation: Operation, a: Row, b: Row): Row {
  const ofFirst = entry(entry(block.made, operation), a);
  let row = ofFirst.get(b);
  if (row === undefined) {
    if (isConstantRow(block, a) && isConstantRow(block, b)) {
      const single = new Float64Array(1);
      PLAIN[operation](a, b, single);
      row = constantRow(block, single[0]!);
    } else {
      row = newRow(block);
      fillRow(block, operation, a, b, row);
    }
    ofFirst.set(b, row);
  }
  return row;
}

/** Fills a row with what an operation makes of two others: by the kernel where all three stand in its memory. */
export function fillRow({ room }: Block, operation: Operation, a: Row, b: Row, out: Row): void {
  const [first, second, to] = [room?.addressOf(a), room?.addressOf(b), room?.addressOf(out)];
  if (room === undefined || first === undefined || second === undefined || to === undefined) {
    room?.kernel.byHand();
    PLAIN[operation](a, b, out);
  } else {
    room.kernel.code[`${operation}Rows`](first, second, to, bytesOf(out));
  }
}

/** Adds a row so many times to another. */
export function addTimes({ room }: Block, to: Row, row: Row, times: number): void {
  const [from, at] = [room?.addressOf(row), room?.addressOf(to)];
  if (room === undefined || from === undefined || at === undefined) {
    room?.kernel.byHand();
    for (let i = 0; i < to.length; i++) to[i] = to[i]! + times * row[i]!;
  } else {
    room.kernel.code.addTimes(at, from, times, bytesOf(to));
  }
}

/** Whether all numbers of a row are finite and no less than `least`. */
export function areFrom({ room }: Block, row: Row, least: number): boolean {
  const address = room?.addressOf(row);
  // Of an odd number of draws the kernel would look at what stands beyond the last as well.
  if (room !== undefined && address !== undefined && row.length % 2 === 0) {
    return room.kernel.code.areFrom(address, least, row.byteLength) === 1;
  }
  return row.every((value) => Number.isFinite(value) && value >= least);
}

const PLAIN: Readonly<Record<Operation, (a: Row, b: Row, out: Row) => void>> = {
  product(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
  },
  sum(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
  },
  difference(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
  },
  quotient(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = b[i]! > 0 ? a[i]! / b[i]! : 0;
  },
  ratio(a, b, out) {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! / b[i]!;
  },
};

/** Of the pairs of draws of a row. */
function bytesOf(row: Row): number {
  return 16 * Math.ceil(row.length / 2);
}

function isAll(block: Block, row: Row, value: number): boolean {
  return block.constants.get(value) === row;
}

function isConstantRow(block: Block, row: Row): boolean {
  return isAll(block, row, row[0]!);
}

function entry<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  let inner = map.get(key);
  if (inner === undefined) map.set(key, (inner = new Map()));
  return inner;
}
