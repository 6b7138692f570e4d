/** How many columns a text takes on a terminal, where Chinese, Japanese and Korean characters take two. */

const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Emoji_Modifier}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;
/** Two of these letters make one flag. */
const HALF_OF_FLAG = /^\p{Regional_Indicator}$/u;
/** Joins the picture before it and the one after it to a single one. */
const JOINER = '\u200d';

/** Columns that `text` takes, as Unicode's East Asian Width (UAX #11) has it. */
export function displayWidth(text: string): number {
  let width = 0;
  let before = '';
  for (const character of text) {
    if (before !== JOINER) width += widthOf(character);
    before = character;
  }
  return width;
}

/** `text` made up to `width` columns by spaces at its end; longer texts stay. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** `text` made up to `width` columns by spaces before it; longer texts stay. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** `text`, or as much of it as fits into `width` columns with `…` at its end. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function widthOf(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (NOTHING.test(character)) return 0;
  return WIDE.test(character) && !HALF_OF_FLAG.test(character) ? 2 : 1;
}
