import type { Source } from '../domain.ts';
import type { Row } from '../families.ts';

/** Consecutive draws of everything uncertain: `rows[k][i]` is assumption (or derived row) k in draw `first + i`. */
export interface Block {
  readonly first: number;
  readonly count: number;
  readonly rows: readonly Row[];
  /** Rows of certain numbers, made when first asked for, so that every number can be read as a row. */
  readonly constants: Map<number, Row>;
  /** Rows made of two others, when first asked for; see `rows.ts`. */
  readonly made: Map<Operation, Map<Row, Map<Row, Row>>>;
}

export type Operation = 'product' | 'sum' | 'difference' | 'quotient';

export function blockOfRows(first: number, count: number, rows: readonly Row[]): Block {
  return { first, count, rows, constants: new Map(), made: new Map() };
}

/** The row that a source stands for in this block; callers must not write to it. */
export function rowOf(block: Block, source: Source): Row {
  return 'row' in source ? block.rows[source.row]! : constantRow(block, source.constant);
}

/** The row of a number that is the same in every draw; callers must not write to it. */
export function constantRow(block: Block, value: number): Row {
  let row = block.constants.get(value);
  if (row === undefined) {
    row = new Float64Array(block.count).fill(value);
    block.constants.set(value, row);
  }
  return row;
}

/** Whether a source is the same in every draw, and then equal to `value`. */
export function isConstant(source: Source, value: number): boolean {
  return 'constant' in source && source.constant === value;
}
