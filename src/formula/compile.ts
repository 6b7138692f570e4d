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
