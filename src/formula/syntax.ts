/**
 * The grammar of mathjs with nodes of our own: those of mathjs bring evaluation, TeX and ten times as much code along.
 * Node classes are given to the grammar by name, and it knows them again by the marks it looks for.
 */
import { createParse } from 'mathjs/number';

declare module 'mathjs/number' {
  /** Exported, but not among the types of mathjs: its parser, made with whatever nodes it is given. */
  export function createParse(parts: Readonly<Record<string, unknown>>): (text: string) => Syntax;
}

export type Syntax =
  | { readonly type: 'SymbolNode'; readonly name: string }
  | { readonly type: 'ParenthesisNode'; readonly content: Syntax }
  | {
      readonly type: 'ConditionalNode';
      readonly condition: Syntax;
      readonly trueExpr: Syntax;
      readonly falseExpr: Syntax;
    }
  | { readonly type: 'OperatorNode'; readonly op: string; readonly args: readonly Syntax[] }
  /** `name`: of the function. */
  | { readonly type: 'FunctionNode'; readonly name: string; readonly args: readonly Syntax[] }
  | { readonly type: 'RelationalNode'; readonly params: readonly Syntax[] }
  /** What no formula may have. */
  | { readonly type: 'other'; readonly parts: readonly unknown[] };

/** What a call of `new` with the grammar's arguments makes. */
function nodes(kind: string, make: (...parts: never[]) => Syntax) {
  function Node(this: object, ...parts: never[]): void {
    Object.assign(this, make(...parts), { [`is${kind}`]: true });
  }
  Object.assign(Node.prototype, { isNode: true });
  return Node;
}

const other = (...parts: unknown[]): Syntax => ({ type: 'other', parts });

/**
 * The syntax tree of a formula of symbols and signs.
 *
 * @throws SyntaxError  with the place of what was not expected as `char`, from 1
 */
export const parseSyntax = createParse({
  typed: Object.assign((_: string, { string: parse }: { readonly string: (text: string) => Syntax }) => parse, {
    addConversion: () => undefined,
  }),
  config: {},
  numeric: Number,
  SymbolNode: nodes('SymbolNode', (name: string) => ({ type: 'SymbolNode', name })),
  ParenthesisNode: nodes('ParenthesisNode', (content: Syntax) => ({ type: 'ParenthesisNode', content })),
  ConditionalNode: nodes('ConditionalNode', (condition: Syntax, trueExpr: Syntax, falseExpr: Syntax) => ({
    type: 'ConditionalNode',
    condition,
    trueExpr,
    falseExpr,
  })),
  OperatorNode: nodes('OperatorNode', (op: string, _: string, args: readonly Syntax[]) => ({
    type: 'OperatorNode',
    op,
    args,
  })),
  FunctionNode: nodes('FunctionNode', ({ name }: { readonly name: string }, args: readonly Syntax[]) => ({
    type: 'FunctionNode',
    name,
    args,
  })),
  RelationalNode: nodes('RelationalNode', (_: unknown, params: readonly Syntax[]) => ({
    type: 'RelationalNode',
    params,
  })),
  AccessorNode: nodes('AccessorNode', other),
  ArrayNode: nodes('ArrayNode', other),
  AssignmentNode: nodes('AssignmentNode', other),
  BlockNode: nodes('BlockNode', other),
  ConstantNode: nodes('ConstantNode', other),
  FunctionAssignmentNode: nodes('FunctionAssignmentNode', other),
  IndexNode: nodes('IndexNode', other),
  ObjectNode: nodes('ObjectNode', other),
  RangeNode: nodes('RangeNode', other),
});
