/** A formula as plain data: it travels to workers and into records, and nothing in it can be called. */
import type { OperationName } from './operations.ts';

export type Expression =
  | { readonly kind: 'constant'; readonly value: number }
  /** `index` counts the different names of the formula from 0, in the order in which they first appear. */
  | { readonly kind: 'name'; readonly name: string; readonly index: number }
  | { readonly kind: 'operation'; readonly operation: OperationName; readonly operands: readonly Expression[] };

export function operation(name: OperationName, ...operands: readonly Expression[]): Expression {
  return { kind: 'operation', operation: name, operands };
}

/** The different names of a formula; the place in the list is the `index` of the name. */
export function namesOf(expression: Expression): string[] {
  const names: string[] = [];
  const visit = (part: Expression): void => {
    if (part.kind === 'name') names[part.index] = part.name;
    if (part.kind === 'operation') part.operands.forEach(visit);
  };
  visit(expression);
  return names;
}
