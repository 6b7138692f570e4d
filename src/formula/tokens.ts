import { ALLOWED, type FormulaMistake, type Token } from './reading.ts';

export type TokensReading =
  { readonly ok: true; readonly tokens: readonly Token[] } | ({ readonly ok: false } & FormulaMistake);

const DEEPEST_NESTING = 50;

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/uy;
const QUOTED = /`[^`]+`/uy;
const AFTER_NUMBER = /%|[\p{L}\p{N}_.]+/uy;
const SIGN = /<=|>=|==|!=|[-+*/^(),<>?:×÷−≤≥≠（），]/uy;
const OPENING = /\s*[(（]/uy;
const SPACE = /\s+/uy;

/** Signs as they are typed with other keyboards. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '（': '(',
  '）': ')',
  '，': ',',
};

const WORD_SIGNS = new Set(['and', 'or', 'not']);

/** Words that the grammar would read as signs of its own. */
const REFUSED_WORDS: Readonly<Record<string, string>> = {
  mod: 'Write `mod(a, b)`.',
  xor: 'Write `(a or b) and not (a and b)`.',
  to: 'A range is not written inside a formula: give it a name under `assumptions` and use the name here.',
  in: 'Units are not converted in formulas.',
};

const REFUSED_SIGNS: Readonly<Record<string, string>> = {
  '=': 'To compare, write `==`.',
  '%': 'Write 0.3 for 30%, and `mod(a, b)` for a remainder.',
  '!': 'For "no" write `not`; for "different" write `!=`.',
  '&': 'Write `and`.',
  '|': 'Write `or`.',
  '[': 'A formula has numbers and names only, no lists.',
  '{': 'A formula has numbers and names only, no objects.',
  '"': 'A formula has numbers and names only, no texts.',
  "'": 'A formula has numbers and names only, no texts.',
  ';': 'A formula is one expression.',
};

/**
 * Cuts `text` into its words; whatever is no number, name or sign of a formula is refused here, before the grammar
 * sees it: no texts, lists, objects, assignments or units can be written. A name with other signs than letters,
 * digits and points stands between backquotes; without them `google-ads` is a difference.
 */
export function readTokens(text: string): TokensReading {
  const tokens: Token[] = [];
  const open: ('(' | '?')[] = [];
  let at = 0;
  while (at < text.length) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    if (at === text.length) break;
    const found = numberAt(text, at) ?? quotedAt(text, at) ?? nameAt(text, at) ?? signAt(text, at);
    if ('message' in found) return { ok: false, column: at + 1, ...found };
    const mistake = mistakeOfNesting(found.token, open);
    if (mistake !== undefined) return { ok: false, column: at + 1, ...mistake };
    tokens.push(found.token);
    at += found.length;
  }
  if (!open.includes('(')) return { ok: true, tokens };
  return { ok: false, message: 'a closing parenthesis `)` is missing', column: text.length + 1 };
}

interface Found {
  readonly token: Token;
  readonly length: number;
}

/** `5k`, `30%`, `1.2.3` and `0x1F` are numbers elsewhere, not here; `1e400` is none anywhere. */
function numberAt(text: string, at: number): Found | FormulaMistake | undefined {
  const number = matchAt(NUMBER, text, at);
  if (number === undefined) return undefined;
  if (!Number.isFinite(Number(number))) return { message: `\`${number}\` is too large a number` };
  const rest = matchAt(AFTER_NUMBER, text, at + number.length);
  if (rest === undefined) return { token: { kind: 'number', text: number, column: at + 1 }, length: number.length };
  return {
    message: `\`${number}${rest}\` cannot be used in a formula`,
    suggestion: rest === '%' ? REFUSED_SIGNS['%']! : 'Write numbers out (5000 for 5k) and multiplication with `*`.',
  };
}

function quotedAt(text: string, at: number): Found | undefined {
  const quoted = matchAt(QUOTED, text, at);
  if (quoted === undefined) return undefined;
  return { token: { kind: 'name', text: quoted.slice(1, -1), column: at + 1 }, length: quoted.length };
}

function nameAt(text: string, at: number): Found | FormulaMistake | undefined {
  const name = matchAt(NAME, text, at);
  if (name === undefined) return undefined;
  const called = matchAt(OPENING, text, at + name.length) !== undefined;
  const kind = WORD_SIGNS.has(name) ? 'sign' : called ? 'function' : 'name';
  if (kind === 'name' && Object.hasOwn(REFUSED_WORDS, name)) {
    return { message: `\`${name}\` cannot be used in a formula`, suggestion: REFUSED_WORDS[name]! };
  }
  return { token: { kind, text: name, column: at + 1 }, length: name.length };
}

function signAt(text: string, at: number): Found | FormulaMistake {
  const typed = matchAt(SIGN, text, at);
  if (typed !== undefined) {
    return { token: { kind: 'sign', text: SAME_SIGN[typed] ?? typed, column: at + 1 }, length: typed.length };
  }
  const found = String.fromCodePoint(text.codePointAt(at)!);
  const suggestion = Object.hasOwn(REFUSED_SIGNS, found) ? REFUSED_SIGNS[found]! : ALLOWED;
  return { message: `\`${found}\` cannot be used in a formula`, suggestion };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Keeps `open` up to date and tells when a sign has no partner. */
function mistakeOfNesting({ text: sign }: Token, open: ('(' | '?')[]): FormulaMistake | undefined {
  if (sign === '(' || sign === '?') {
    open.push(sign);
    if (open.length > DEEPEST_NESTING) return { message: `the formula is nested more than ${DEEPEST_NESTING} deep` };
  } else if (sign === ')') {
    while (open.at(-1) === '?') open.pop();
    if (open.pop() === undefined) return { message: 'this `)` closes nothing' };
  } else if (sign === ':' && open.at(-1) !== '?') {
    return { message: '`:` cannot be used without `?`', suggestion: 'Write `condition ? yes : no`.' };
  } else if (sign === ':') {
    open.pop();
  }
  return undefined;
}
