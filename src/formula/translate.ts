import type { ConditionalNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs/number';
import type { Expression } from './expression.ts';
import { CONSTANTS, FUNCTIONS } from './functions.ts';
import type { OperationName } from './operations.ts';
import { ALLOWED, type FormulaMistake, type FormulaReading, type Token } from './reading.ts';

const MOST_PARTS = 200;

const SIGNS: ReadonlyMap<string, OperationName> = new Map<string, OperationName>([
  ['+', 'add'],
  ['-', 'subtract'],
  ['*', 'multiply'],
  ['/', 'divide'],
  ['^', 'power'],
  ['<', 'less'],
  ['<=', 'lessOrEqual'],
  ['>', 'greater'],
  ['>=', 'greaterOrEqual'],
  ['==', 'equal'],
  ['!=', 'unequal'],
  ['and', 'and'],
  ['or', 'or'],
]);

/**
 * The syntax tree of mathjs to an expression; kinds of nodes that are not listed here are refused.
 *
 * @param syntax  its symbols are the letter n and a place in `tokens`
 * @param isName  whether a word is a name of the planner's and not a named number
 */
export function translate(
  syntax: MathNode,
  tokens: readonly Token[],
  isName: (word: string) => boolean,
): FormulaReading {
  const uses: string[] = [];
  const mistakes: FormulaMistake[] = [];
  let parts = 0;
  const expression = visit(syntax);
  return mistakes.length > 0 ? { ok: false, ...mistakes[0]! } : { ok: true, expression, uses };

  function visit(node: MathNode): Expression {
    parts += 1;
    if (parts > MOST_PARTS) return refuse(node, `a formula may have ${MOST_PARTS} parts, this one has more`);
    switch (node.type) {
      case 'SymbolNode':
        return value(tokenOf(node as SymbolNode));
      case 'ParenthesisNode':
        return visit((node as ParenthesisNode).content);
      case 'ConditionalNode': {
        const { condition, trueExpr, falseExpr } = node as ConditionalNode;
        return operation('choose', [condition, trueExpr, falseExpr]);
      }
      case 'OperatorNode':
        return sign(node as OperatorNode);
      case 'FunctionNode':
        return call(node as FunctionNode);
      case 'RelationalNode':
        return refuse(node, 'comparisons cannot be chained', 'Write `a < b and b < c`.');
      default:
        return refuse(node, 'this is not a formula', ALLOWED);
    }
  }

  function value({ kind, text }: Token): Expression {
    if (kind === 'number') return { kind: 'constant', value: Number(text) };
    if (!isName(text)) return { kind: 'constant', value: CONSTANTS.get(text)! };
    if (!uses.includes(text)) uses.push(text);
    return { kind: 'name', name: text, index: uses.indexOf(text) };
  }

  function sign(node: OperatorNode): Expression {
    const operands = node.args;
    if (operands.length === 1 && node.op === '+') return visit(operands[0]!);
    if (operands.length === 1 && node.op === '-') return operation('negate', operands);
    if (operands.length === 1 && node.op === 'not') return operation('not', operands);
    const name = SIGNS.get(node.op);
    if (name === undefined || operands.length !== 2) return refuse(node, 'this is not a formula', ALLOWED);
    return operation(name, operands);
  }

  function call(node: FunctionNode): Expression {
    const { operation: name, usage, least, most } = FUNCTIONS.get(tokenOf(node.fn).text)!;
    const found = node.args.length;
    if (found < least || found > most)
      return refuse(node, `\`${usage}\` was given ${found} argument${found === 1 ? '' : 's'}`);
    if (name !== 'min' && name !== 'max') return operation(name, node.args);
    return node.args
      .map(visit)
      .reduce((left, right) => ({ kind: 'operation', operation: name, operands: [left, right] }));
  }

  function operation(name: OperationName, operands: readonly MathNode[]): Expression {
    return { kind: 'operation', operation: name, operands: operands.map(visit) };
  }

  function tokenOf(symbol: SymbolNode): Token {
    return tokens[Number(symbol.name.slice(1))]!;
  }

  /** Notes what is wrong at the first word of `node`; the value returned is never used. */
  function refuse(node: MathNode, message: string, suggestion?: string): Expression {
    const columns = node.filter((part) => part.type === 'SymbolNode').map((part) => tokenOf(part as SymbolNode).column);
    mistakes.push({ message, column: Math.min(...columns), ...(suggestion === undefined ? {} : { suggestion }) });
    return { kind: 'constant', value: NaN };
  }
}
