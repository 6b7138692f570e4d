import type { Expression } from './expression.ts';
import { CONSTANTS, FUNCTIONS } from './functions.ts';
import type { OperationName } from './operations.ts';
import { ALLOWED, type FormulaMistake, type FormulaReading, type Token } from './reading.ts';
import type { Syntax } from './syntax.ts';

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
 * A syntax tree to an expression; kinds of nodes that are not listed here are refused.
 *
 * @param syntax  its symbols are the letter n and a place in `tokens`
 * @param isName  whether a word is a name of the planner's and not a named number
 */
export function translate(syntax: Syntax, tokens: readonly Token[], isName: (word: string) => boolean): FormulaReading {
  const uses: string[] = [];
  const mistakes: FormulaMistake[] = [];
  let parts = 0;
  const expression = visit(syntax);
  return mistakes.length > 0 ? { ok: false, ...mistakes[0]! } : { ok: true, expression, uses };

  function visit(node: Syntax): Expression {
    parts += 1;
    if (parts > MOST_PARTS) return refuse(node, `a formula may have ${MOST_PARTS} parts, this one has more`);
    switch (node.type) {
      case 'SymbolNode':
        return value(tokenOf(node));
      case 'ParenthesisNode':
        return visit(node.content);
      case 'ConditionalNode':
        return operation('choose', [node.condition, node.trueExpr, node.falseExpr]);
      case 'OperatorNode':
        return sign(node);
      case 'FunctionNode':
        return call(node);
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

  function sign(node: Kind<'OperatorNode'>): Expression {
    const operands = node.args;
    if (operands.length === 1 && node.op === '+') return visit(operands[0]!);
    if (operands.length === 1 && node.op === '-') return operation('negate', operands);
    if (operands.length === 1 && node.op === 'not') return operation('not', operands);
    const name = SIGNS.get(node.op);
    if (name === undefined || operands.length !== 2) return refuse(node, 'this is not a formula', ALLOWED);
    return operation(name, operands);
  }

  function call(node: Kind<'FunctionNode'>): Expression {
    const { operation: name, usage, least, most } = FUNCTIONS.get(tokenOf(node).text)!;
    const found = node.args.length;
    if (found < least || found > most)
      return refuse(node, `\`${usage}\` was given ${found} argument${found === 1 ? '' : 's'}`);
    if (name !== 'min' && name !== 'max') return operation(name, node.args);
    return node.args
      .map(visit)
      .reduce((left, right) => ({ kind: 'operation', operation: name, operands: [left, right] }));
  }

  function operation(name: OperationName, operands: readonly Syntax[]): Expression {
    return { kind: 'operation', operation: name, operands: operands.map(visit) };
  }

  function tokenOf({ name }: { readonly name: string }): Token {
    return tokens[Number(name.slice(1))]!;
  }

  /** Notes what is wrong at the first word of `node`; the value returned is never used. */
  function refuse(node: Syntax, message: string, suggestion?: string): Expression {
    const columns = namesIn(node).map((name) => tokenOf({ name }).column);
    mistakes.push({ message, column: Math.min(...columns), ...(suggestion === undefined ? {} : { suggestion }) });
    return { kind: 'constant', value: NaN };
  }
}

type Kind<Type extends Syntax['type']> = Extract<Syntax, { readonly type: Type }>;

/** Names of all symbols in a tree. */
function namesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'name' in part && typeof part.name === 'string' ? [part.name] : [];
  return [...own, ...Object.values(part).flatMap(namesIn)];
}
