import type { OperationName } from './operations.ts';

export interface FormulaFunction {
  readonly operation: OperationName;
  /** How it is called, for messages and help. */
  readonly usage: string;
  readonly least: number;
  /** More arguments than the operation has operands are joined from the left: `min(a, b, c)`. */
  readonly most: number;
}

/** The functions of a formula by the name they are called with. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['min', { operation: 'min', usage: 'min(a, b, …)', least: 2, most: 50 }],
  ['max', { operation: 'max', usage: 'max(a, b, …)', least: 2, most: 50 }],
  ['if', { operation: 'choose', usage: 'if(condition, yes, no)', least: 3, most: 3 }],
  ['clamp', { operation: 'clamp', usage: 'clamp(x, low, high)', least: 3, most: 3 }],
  ['abs', { operation: 'abs', usage: 'abs(x)', least: 1, most: 1 }],
  ['sqrt', { operation: 'sqrt', usage: 'sqrt(x)', least: 1, most: 1 }],
  ['exp', { operation: 'exp', usage: 'exp(x)', least: 1, most: 1 }],
  ['ln', { operation: 'ln', usage: 'ln(x)', least: 1, most: 1 }],
  ['log10', { operation: 'log10', usage: 'log10(x)', least: 1, most: 1 }],
  ['log2', { operation: 'log2', usage: 'log2(x)', least: 1, most: 1 }],
  ['pow', { operation: 'power', usage: 'pow(x, exponent)', least: 2, most: 2 }],
  ['mod', { operation: 'mod', usage: 'mod(x, divisor)', least: 2, most: 2 }],
  ['floor', { operation: 'floor', usage: 'floor(x)', least: 1, most: 1 }],
  ['ceil', { operation: 'ceil', usage: 'ceil(x)', least: 1, most: 1 }],
  ['round', { operation: 'round', usage: 'round(x)', least: 1, most: 1 }],
  ['sin', { operation: 'sin', usage: 'sin(x)', least: 1, most: 1 }],
  ['cos', { operation: 'cos', usage: 'cos(x)', least: 1, most: 1 }],
  ['tanh', { operation: 'tanh', usage: 'tanh(x)', least: 1, most: 1 }],
]);

/** Named numbers that every formula knows; a name of the planner's own goes before. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([['pi', Math.PI]]);
