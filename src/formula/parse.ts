/**
 * The text of a formula to an `Expression`. The grammar and its precedence are those of mathjs; only its parser is
 * used, it sees signs and placeholders but no word of the planner's, and of the syntax tree only arithmetic is
 * translated.
 */
import { CONSTANTS } from './functions.ts';
import { ALLOWED, type FormulaMistake, type FormulaReading, type Token } from './reading.ts';
import { parseSyntax, type Syntax } from './syntax.ts';
import { readTokens } from './tokens.ts';
import { translate } from './translate.ts';
import { mistakeInWords } from './vocabulary.ts';

const LONGEST_TEXT = 1000;

/**
 * Reads a formula, without the `=` in front of it.
 *
 * @param names  what may be used; any name when left out, to be checked by the caller
 * @returns      the expression and the names in it, in order of their first appearance; or what is wrong and where
 */
export function parseFormula(text: string, { names }: { readonly names?: readonly string[] } = {}): FormulaReading {
  if (text.length > LONGEST_TEXT) {
    return { ok: false, message: `a formula may have ${LONGEST_TEXT} characters, this one has ${text.length}` };
  }
  const words = readTokens(text);
  if (!words.ok) return words;
  const { tokens } = words;
  if (tokens.length === 0) return { ok: false, message: 'the formula is empty', suggestion: ALLOWED };
  const mistake = mistakeInWords(tokens, names);
  if (mistake !== undefined) return { ok: false, ...mistake };
  const syntax = parseTokens(tokens, text);
  if ('message' in syntax) return { ok: false, ...syntax };
  return translate(syntax, tokens, (name) => names?.includes(name) ?? !CONSTANTS.has(name));
}

/** The syntax tree, with the letter n and the place of its token for every number, name and function. */
function parseTokens(tokens: readonly Token[], text: string): Syntax | FormulaMistake {
  const starts: number[] = [];
  let signs = '';
  tokens.forEach((token, place) => {
    starts.push(signs.length + 1);
    signs += token.kind === 'sign' ? `${token.text} ` : `n${place} `;
  });
  try {
    return parseSyntax(signs);
  } catch (problem) {
    if (!(problem instanceof SyntaxError && 'char' in problem)) throw problem;
    const char = problem.char as number;
    const found = char > signs.trimEnd().length ? undefined : tokens[starts.findLastIndex((start) => start <= char)];
    if (problem.message.startsWith('False part')) {
      const message = '`?` is not followed by `yes : no`';
      return { message, column: found?.column ?? text.length + 1, suggestion: 'Put an inner choice in parentheses.' };
    }
    if (found?.text === ',') {
      const suggestion = 'Commas stand between the arguments of a function; write 1200 for 1,200.';
      return { message: 'did not expect a comma here', column: found.column, suggestion };
    }
    return found === undefined
      ? { message: 'the formula ends too early', column: text.length + 1 }
      : { message: `did not expect \`${found.text}\` here`, column: found.column };
  }
}
