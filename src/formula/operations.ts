/**
 * What a formula may do with numbers: one entry an operation, so that single draws and rows of draws are computed by
 * the same code. Truth is a number, 0 for no and anything else for yes; what is not a number stays so through every
 * comparison and choice, so that a division by zero is seen at the end instead of being hidden by an `if`.
 */
import { exp } from '../numeric/exp.ts';
import { pow } from '../numeric/pow.ts';
import { tanh } from '../numeric/tanh.ts';
import { ln } from '../numeric/ln.ts';
import { log10, log2 } from './logarithms.ts';
import { cosine, sine } from './sine.ts';

export type Operation =
  | { readonly arity: 1; readonly apply: (a: number) => number }
  | { readonly arity: 2; readonly apply: (a: number, b: number) => number }
  | { readonly arity: 3; readonly apply: (a: number, b: number, c: number) => number };

export type OperationName =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or'
  | 'not'
  | 'choose'
  | 'clamp'
  | 'min'
  | 'max'
  | 'mod'
  | 'abs'
  | 'sqrt'
  | 'exp'
  | 'ln'
  | 'log10'
  | 'log2'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'sin'
  | 'cos'
  | 'tanh';

export const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  add: { arity: 2, apply: (a, b) => a + b },
  subtract: { arity: 2, apply: (a, b) => a - b },
  multiply: { arity: 2, apply: (a, b) => a * b },
  divide: { arity: 2, apply: (a, b) => a / b },
  power: { arity: 2, apply: pow },
  negate: { arity: 1, apply: (a) => -a },
  less: { arity: 2, apply: (a, b) => verdict(a, b, a < b) },
  lessOrEqual: { arity: 2, apply: (a, b) => verdict(a, b, a <= b) },
  greater: { arity: 2, apply: (a, b) => verdict(a, b, a > b) },
  greaterOrEqual: { arity: 2, apply: (a, b) => verdict(a, b, a >= b) },
  equal: { arity: 2, apply: (a, b) => verdict(a, b, a === b) },
  unequal: { arity: 2, apply: (a, b) => verdict(a, b, a !== b) },
  and: { arity: 2, apply: (a, b) => truth(a) * truth(b) },
  or: { arity: 2, apply: (a, b) => Math.max(truth(a), truth(b)) },
  not: { arity: 1, apply: (a) => 1 - truth(a) },
  choose: { arity: 3, apply: (condition, yes, no) => (Number.isNaN(condition) ? NaN : condition === 0 ? no : yes) },
  clamp: { arity: 3, apply: (a, low, high) => Math.min(Math.max(a, low), high) },
  min: { arity: 2, apply: (a, b) => Math.min(a, b) },
  max: { arity: 2, apply: (a, b) => Math.max(a, b) },
  mod: { arity: 2, apply: (a, b) => a - b * Math.floor(a / b) },
  abs: { arity: 1, apply: (a) => Math.abs(a) },
  sqrt: { arity: 1, apply: (a) => Math.sqrt(a) },
  exp: { arity: 1, apply: exp },
  ln: { arity: 1, apply: ln },
  log10: { arity: 1, apply: log10 },
  log2: { arity: 1, apply: log2 },
  floor: { arity: 1, apply: (a) => Math.floor(a) },
  ceil: { arity: 1, apply: (a) => Math.ceil(a) },
  round: { arity: 1, apply: roundHalfAway },
  sin: { arity: 1, apply: sine },
  cos: { arity: 1, apply: cosine },
  tanh: { arity: 1, apply: tanh },
};

function verdict(a: number, b: number, holds: boolean): number {
  return Number.isNaN(a) || Number.isNaN(b) ? NaN : holds ? 1 : 0;
}

function truth(a: number): number {
  return Number.isNaN(a) ? NaN : a === 0 ? 0 : 1;
}

/** Halves go away from zero, as in spreadsheets; `Math.round` takes -2.5 to -2. */
function roundHalfAway(a: number): number {
  const whole = Math.trunc(a);
  return Math.abs(a - whole) >= 0.5 ? whole + Math.sign(a) : whole;
}
