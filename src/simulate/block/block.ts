import type { Source } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { RowRoom } from '../../kernel/row-room.ts';
import type { Step } from '../../kernel/tape.ts';
import type { Memory } from './memory.ts';

/** Consecutive draws of everything uncertain: `rows[k][i]` is assumption (or derived row) k in draw `first + i`. */
export interface Block {
  readonly first: number;
  readonly count: number;
  readonly rows: readonly Row[];
  /** Rows of certain numbers, made when first asked for, so that every number can be read as a row. */
  readonly constants: Map<number, Row>;
  /** Rows made of two others, when first asked for; see `rows.ts`. */
  readonly made: Map<Operation, Map<Row, Map<Row, Row>>>;
  /** Where its rows stand; undefined for rows that each live as long as someone holds them. */
  readonly room: RowRoom | undefined;
  /** Where rows stand that are for one plan or figure only, if not with the others. */
  readonly passing?: Memory;
}

export type Operation = 'product' | 'sum' | 'difference' | 'quotient' | 'ratio';

export function blockOfRows(first: number, count: number, rows: readonly Row[], room?: RowRoom): Block {
  return { first, count, rows, constants: new Map(), made: new Map(), room };
}

/** A row of the block with anything in it. */
export function newRow({ count, room, passing }: Block): Row {
  if (passing !== undefined) return passing.table(1, count)[0]!;
  return room === undefined ? new Float64Array(count) : room.row(count);
}

/**
 * Does a step of plain code, now and whenever what is made of the block is made again for other draws.
 *
 * @param step  reads nothing that changes with draws but rows of the block
 */
export function again({ room }: Block, step: Step): void {
  if (room === undefined) step(0);
  else room.kernel.also(step);
}

/** A row of the block that plain code fills, now and again; see {@link again}. */
export function filledRow(block: Block, fill: (row: Row) => void): Row {
  const row = newRow(block);
  again(block, () => fill(row));
  return row;
}

/** A row of the block to add to. */
export function zeroRow(block: Block): Row {
  return filledRow(block, (row) => row.fill(0));
}

/** The row that a source stands for in this block; callers must not write to it. */
export function rowOf(block: Block, source: Source): Row {
  return 'row' in source ? block.rows[source.row]! : constantRow(block, source.constant);
}

/** The row of a number that is the same in every draw; callers must not write to it. */
export function constantRow(block: Block, value: number): Row {
  let row = block.constants.get(value);
  if (row === undefined) {
    row = newRow(block).fill(value);
    block.constants.set(value, row);
  }
  return row;
}

/**
 * The block with room of its own for the rows that are made for one plan or figure.
 *
 * @param passing  where they may stand: whoever lends it takes them back
 */
export function withOwnRows(block: Block, passing?: Memory): Block {
  const own = { ...block, constants: new Map(block.constants), made: new Map() };
  return passing === undefined ? own : { ...own, passing };
}

/** Whether a source is the same in every draw, and then equal to `value`. */
export function isConstant(source: Source, value: number): boolean {
  return 'constant' in source && source.constant === value;
}
