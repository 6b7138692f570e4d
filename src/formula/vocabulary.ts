import { CONSTANTS, FUNCTIONS } from './functions.ts';
import { nearest } from './nearest.ts';
import type { FormulaMistake, Token } from './reading.ts';

const MOST_LISTED = 20;

/** What is wrong with the first word that is not known or cannot follow the one before it. */
export function mistakeInWords(
  tokens: readonly Token[],
  names: readonly string[] | undefined,
): FormulaMistake | undefined {
  for (const [place, token] of tokens.entries()) {
    const mistake =
      mistakeOfOrder(tokens[place - 1], token) ??
      mistakeOfGroups(tokens.slice(Math.max(0, place - 2), place), token) ??
      mistakeOfWord(token, names);
    if (mistake !== undefined) return { ...mistake, column: token.column };
  }
  return undefined;
}

/** The grammar would multiply two values that stand side by side, and take a lone `and` for a name. */
function mistakeOfOrder(before: Token | undefined, token: Token): FormulaMistake | undefined {
  const afterValue =
    before !== undefined && (before.kind === 'number' || before.kind === 'name' || before.text === ')');
  const startsValue = token.kind !== 'sign' || token.text === '(' || token.text === 'not';
  if (afterValue && startsValue) {
    return { message: `a sign is missing before \`${token.text}\``, suggestion: 'Write multiplication with `*`.' };
  }
  const joins = token.kind === 'sign' && (token.text === 'and' || token.text === 'or');
  return joins && !afterValue ? { message: `did not expect \`${token.text}\` here` } : undefined;
}

/** `1,200` without a space: one number as people write it, two arguments in the grammar. */
function mistakeOfGroups([first, comma]: readonly Token[], second: Token): FormulaMistake | undefined {
  if (first === undefined || comma?.text !== ',') return undefined;
  const together = first.column + first.text.length + 1 === second.column;
  if (!together || !/^\d{1,3}$/.test(first.text) || !/^\d{3}(?!\d)/.test(second.text)) return undefined;
  const message = `\`${first.text},${second.text}\` could be one number or two`;
  return { message, suggestion: `Write \`${first.text}${second.text}\` or \`${first.text}, ${second.text}\`.` };
}

function mistakeOfWord({ kind, text }: Token, names: readonly string[] | undefined): FormulaMistake | undefined {
  if (kind === 'function' && !FUNCTIONS.has(text)) {
    // Base e for programmers, base 10 in spreadsheets.
    if (text === 'log') return { message: '`log` could have two meanings', suggestion: 'Write `ln` or `log10`.' };
    const message = `\`${text}\` is not a function of formulas`;
    return { message, suggestion: didYouMean(text, [...FUNCTIONS.keys()], 'Functions') };
  }
  if (kind === 'name' && names !== undefined && !names.includes(text) && !CONSTANTS.has(text)) {
    return { message: `\`${text}\` is not known here`, suggestion: didYouMean(text, names, 'Names') };
  }
  return undefined;
}

function didYouMean(written: string, known: readonly string[], what: string): string {
  // `google-ads` without backquotes is read as a difference.
  const quoted = known.find((name) => name.startsWith(written) && /[^\p{L}\p{N}_.]/u.test(name));
  if (quoted !== undefined) return `Put backquotes around a name with such signs: \`${quoted}\`.`;
  const meant = nearest(written, known);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  if (known.length === 0) return 'There are no names to use here.';
  return `${what} to use: ${known.slice(0, MOST_LISTED).join(', ')}${known.length > MOST_LISTED ? ', …' : ''}.`;
}
