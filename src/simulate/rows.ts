/**
 * Rows of a block made of others, draw by draw. What is the same in every draw is computed once, and no row is made
 * twice: channels that share a price or a value share what is made of it. So nobody may write to these rows.
 */
import type { Row } from '../families.ts';
import { constantRow, type Block, type Operation } from './block.ts';

export function product(block: Block, a: Row, b: Row): Row {
  if (isAll(block, a, 1)) return b;
  if (isAll(block, b, 1)) return a;
  if (isAll(block, a, 0) || isAll(block, b, 0)) return constantRow(block, 0);
  return made(block, 'product', a, b, (out) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
  });
}

export function sum(block: Block, a: Row, b: Row): Row {
  if (isAll(block, a, 0)) return b;
  if (isAll(block, b, 0)) return a;
  return made(block, 'sum', a, b, (out) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
  });
}

export function difference(block: Block, a: Row, b: Row): Row {
  if (isAll(block, b, 0)) return a;
  return made(block, 'difference', a, b, (out) => {
    for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
  });
}

/** `a / b`, and 0 where b is not positive. */
export function quotient(block: Block, a: Row, b: Row): Row {
  if (isAll(block, b, 1)) return a;
  return made(block, 'quotient', a, b, (out) => {
    for (let i = 0; i < out.length; i++) out[i] = b[i]! > 0 ? a[i]! / b[i]! : 0;
  });
}

/** What `fill` makes of two rows, draw by draw; from the block where it has been made before. */
function made(block: Block, operation: Operation, a: Row, b: Row, fill: (out: Row) => void): Row {
  const ofFirst = entry(entry(block.made, operation), a);
  let row = ofFirst.get(b);
  if (row === undefined) {
    const alike = isConstantRow(block, a) && isConstantRow(block, b);
    row = new Float64Array(alike ? 1 : block.count);
    fill(row);
    if (alike) row = constantRow(block, row[0]!);
    ofFirst.set(b, row);
  }
  return row;
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
