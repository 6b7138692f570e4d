import type { Expression } from './expression.ts';

/** A word of a formula and where it stands. */
export interface Token {
  readonly kind: 'number' | 'name' | 'function' | 'sign';
  readonly text: string;
  /** In the text of the formula, from 1. */
  readonly column: number;
}

export interface FormulaMistake {
  readonly message: string;
  /** In the text of the formula, from 1. */
  readonly column?: number;
  /** What to do, or what was probably meant. */
  readonly suggestion?: string;
}

export type FormulaReading =
  | { readonly ok: true; readonly expression: Expression; readonly uses: readonly string[] }
  | ({ readonly ok: false } & FormulaMistake);

export const ALLOWED =
  'Allowed are numbers, names, + - * / ^, comparisons, and, or, not, `condition ? yes : no` and functions such as min, max, exp.';
