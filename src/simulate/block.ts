import type { Source } from '../domain.ts';
import type { Row } from '../families.ts';

/** Consecutive draws of everything uncertain: `rows[k][i]` is assumption (or derived row) k in draw `first + i`. */
export interface Block {
  readonly first: number;
  readonly count: number;
  readonly rows: readonly Row[];
  /** Rows of certain numbers, made when first asked for, so that every number can be read as a row. */
  readonly constants: Map<number, Row>;
}

/** The row that a source stands for in this block; callers must not write to it. */
export function rowOf(block: Block, source: Source): Row {
  if ('row' in source) return block.rows[source.row]!;
  let row = block.constants.get(source.constant);
  if (row === undefined) {
    row = new Float64Array(block.count).fill(source.constant);
    block.constants.set(source.constant, row);
  }
  return row;
}

/** Whether a source is the same in every draw, and then equal to `value`. */
export function isConstant(source: Source, value: number): boolean {
  return 'constant' in source && source.constant === value;
}

/** Multiplies `target` by the row of `source`, element by element; nothing happens for the constant 1. */
export function multiplyBy(target: Row, block: Block, source: Source): void {
  if (isConstant(source, 1)) return;
  const row = rowOf(block, source);
  for (let i = 0; i < block.count; i++) target[i] = target[i]! * row[i]!;
}
