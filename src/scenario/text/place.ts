/** Where something stands in a text, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A function from the number of characters before a place of `text` to its line and column. */
export function placesOf(text: string): (at: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - starts[low]! + 1 };
  };
}

/** Characters shown of a line, before and after the place. */
const SHOWN_BEFORE = 60;
const SHOWN_AFTER = 40;

/** The line of `text` at `place`, and below it a caret under the place; of long lines the part around it. */
export function showPlace(text: string, { line, column }: Place): string {
  const whole = lineText(text, line);
  const from = Math.max(0, column - 1 - SHOWN_BEFORE);
  const shown = whole.slice(from, column - 1 + SHOWN_AFTER);
  const blanks = Array.from(whole.slice(from, column - 1), blankFor);
  return `${shown}\n${blanks.join('')}^`;
}

/** Line `line` of `text`, counted from 1, without its end. */
export function lineText(text: string, line: number): string {
  return text.split('\n', line)[line - 1]?.replace(/\r$/, '') ?? '';
}

/** Blank of the width of `letter`: Chinese ones are twice as wide as others. */
function blankFor(letter: string): string {
  if (letter === '\t') return '\t';
  return WIDE.test(letter) ? '\u3000' : ' ';
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
