/** What spreadsheets take for the beginning of a formula. */
const ARMED = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A text that no spreadsheet runs: an apostrophe before what looks like a formula says that it is none. Its spaces are plain ones, so
 * that one finds it by what one types.
 */
export function defused(text: string): string {
  const typed = text.replaceAll('\u00a0', ' ');
  return ARMED.test(typed) ? `'${typed}` : typed;
}
