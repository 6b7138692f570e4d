import type { Source } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { evaluateRows } from '../../formula/compile.ts';
import type { Expression } from '../../formula/expression.ts';
import { constantRow, filledRow, newRow, rowOf, type Block, type Operation } from '../block/block.ts';
import { fillRow } from '../block/rows.ts';

/** Operations of formulas that are those of rows. */
const ROW_OPERATIONS: Readonly<Partial<Record<string, Operation>>> = {
  add: 'sum',
  subtract: 'difference',
  multiply: 'product',
  divide: 'ratio',
};

/**
 * What a formula gives in each draw of a block, as `evaluateRows` does; callers must not write to it.
 *
 * @param uses  what the names of the formula stand for
 */
export function formulaRow(block: Block, expression: Expression, uses: readonly Source[]): Row {
  if (expression.kind === 'constant') return constantRow(block, expression.value);
  if (expression.kind === 'name') return rowOf(block, uses[expression.index]!);
  const operands = expression.operands.map((operand) => formulaRow(block, operand, uses));
  const operation = ROW_OPERATIONS[expression.operation];
  if (operation !== undefined) {
    const out = newRow(block);
    fillRow(block, operation, operands[0]!, operands[1]!, out);
    return out;
  }
  const names = operands.map((_, index) => ({ kind: 'name', name: '', index }) as const);
  return filledRow(block, (row) => evaluateRows({ ...expression, operands: names }, operands, row, block.count));
}
