import type { Row } from '../domain/row.ts';
import type { Expression } from './expression.ts';
import { OPERATIONS } from './operations.ts';

/**
 * A function of the values of the names (by the `index` of each) that returns the value of the formula: not finite
 * where it divides by zero or leaves the range of a function, and never hidden by a later choice or comparison.
 */
export function compileFormula(expression: Expression): (values: ArrayLike<number>) => number {
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression;
      return () => value;
    }
    case 'name': {
      const { index } = expression;
      return (values) => values[index]!;
    }
    case 'operation': {
      const operation = OPERATIONS[expression.operation];
      const [first, second, third] = expression.operands.map(compileFormula);
      switch (operation.arity) {
        case 1:
          return (values) => operation.apply(first!(values));
        case 2:
          return (values) => operation.apply(first!(values), second!(values));
        case 3:
          return (values) => operation.apply(first!(values), second!(values), third!(values));
      }
    }
  }
}

/**
 * Fills the first `count` places of `out` with the formula, draw by draw: the same bits as `compileFormula` gives.
 *
 * @param rows  what each name stands for, by its `index`: one value per draw, or one for all of them
 * @param out   none of `rows`
 */
export function evaluateRows(expression: Expression, rows: readonly (Row | number)[], out: Row, count: number): void {
  switch (expression.kind) {
    case 'constant':
      out.fill(expression.value, 0, count);
      return;
    case 'name': {
      const row = rows[expression.index]!;
      if (typeof row === 'number') out.fill(row, 0, count);
      else out.set(row.subarray(0, count));
      return;
    }
    case 'operation': {
      const operation = OPERATIONS[expression.operation];
      // The first operand may share `out`: each draw is read before it is written.
      const [a, b, c] = expression.operands.map((operand, place) =>
        rowOf(operand, rows, place === 0 ? out : new Float64Array(count), count),
      );
      switch (operation.arity) {
        case 1:
          for (let i = 0; i < count; i++) out[i] = operation.apply(a![i]!);
          return;
        case 2:
          for (let i = 0; i < count; i++) out[i] = operation.apply(a![i]!, b![i]!);
          return;
        case 3:
          for (let i = 0; i < count; i++) out[i] = operation.apply(a![i]!, b![i]!, c![i]!);
          return;
      }
    }
  }
}

/** The row of a name as it is; anything else evaluated into `buffer`. */
function rowOf(expression: Expression, rows: readonly (Row | number)[], buffer: Row, count: number): Row {
  const row = expression.kind === 'name' ? rows[expression.index] : undefined;
  if (typeof row === 'object') return row;
  evaluateRows(expression, rows, buffer, count);
  return buffer;
}
