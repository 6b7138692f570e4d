import { readTokens } from './tokens.ts';

/**
 * A formula that speaks of `to` wherever it spoke of `from`, and is written as before otherwise; undefined where it
 * does not speak of it, or cannot be read.
 *
 * @param text  the formula, without the `=` in front of it
 */
export function renamedInFormula(text: string, from: string, to: string): string | undefined {
  const reading = readTokens(text);
  if (!reading.ok) return undefined;
  const found = reading.tokens.filter((token) => token.kind === 'name' && token.text === from);
  if (found.length === 0) return undefined;
  const own = isPlain(to) ? to : `\`${to}\``;
  return found.reduceRight((whole, { column }) => {
    const start = column - 1;
    const length = whole[start] === '`' ? from.length + 2 : from.length;
    return whole.slice(0, start) + own + whole.slice(start + length);
  }, text);
}

/** Whether a name needs no backquotes: not so `google-ads`, which is a difference, nor `and`, which is a sign. */
function isPlain(name: string): boolean {
  const reading = readTokens(name);
  if (!reading.ok) return false;
  const [first, ...others] = reading.tokens;
  return others.length === 0 && first?.kind === 'name' && first.text === name;
}
