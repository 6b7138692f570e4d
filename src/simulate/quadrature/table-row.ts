import { transform } from '../../distributions/marginal.ts';
import type { Row } from '../../domain/row.ts';
import { putCubics } from '../../kernel/cubics.ts';
import { again, newRow, type Block } from '../block/block.ts';
import { fillRow } from '../block/rows.ts';
import type { RuleTable } from './period-rule.ts';

/** What a table has for each draw, `times` over. */
export function tableRow(
  block: Block,
  { from, cellsPerUnit, cells }: Pick<RuleTable, 'from' | 'cellsPerUnit' | 'cells'>,
  coefficients: Float64Array,
  parameter: Row,
  times: Row,
): Row {
  const { room } = block;
  const row = newRow(block);
  const [of, to] = [room?.addressOf(parameter), room?.addressOf(row)];
  if (room === undefined || of === undefined || to === undefined) {
    again(block, () =>
      transform({ kind: 'smooth', from, cellsPerUnit, coefficients, error: 0 }, parameter, row, row.length),
    );
  } else {
    room.kernel.release();
    room.kernel.code.smoothRow(
      from,
      cellsPerUnit,
      putCubics(room.kernel, coefficients),
      cells,
      of,
      to,
      4 * Math.ceil(row.length / 4),
    );
  }
  fillRow(block, 'product', row, times, row);
  return row;
}
