import { displayWidth } from './display-width.ts';

/** Lines begin so many columns from the left: the first, and those that follow it. */
export interface Indent {
  readonly first: number;
  readonly rest: number;
}

/**
 * `text` in lines of at most `width` columns, broken at spaces but not at no-break spaces, and beside Chinese characters; a
 * word longer than a line stays whole.
 */
export function wrap(text: string, width: number, indent: Indent = { first: 2, rest: 2 }): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent.first);
  let empty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    for (const [k, part] of word.split(BESIDE_CHINESE).entries()) {
      const joint = empty || k > 0 ? '' : ' ';
      if (!empty && displayWidth(line + joint + part) > width) {
        lines.push(line);
        line = `${' '.repeat(indent.rest)}${part}`;
      } else {
        line += joint + part;
      }
      empty = false;
    }
  }
  if (!empty) lines.push(line);
  return lines;
}

/** Where a line may end without a space: not before what closes, nor behind what opens (UAX #14). */
const BESIDE_CHINESE = /(?<=[\p{Script=Han}，。；：、）”])(?![，。；：、！？）”》…%])|(?<![（“《(])(?=\p{Script=Han})/u;

/** Each text in lines of its own, the first a little further left than those that follow it. */
export function wrapItems(texts: readonly string[], width: number): string[] {
  return texts.flatMap((text) => wrap(text, width, { first: 2, rest: 4 }));
}
