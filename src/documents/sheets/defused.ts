/** What spreadsheets take for the beginning of a formula. */
const ARMED = /^[=+\-@\t\r＝＋－＠]/;

/** A text that no spreadsheet runs: an apostrophe before what looks like a formula says that it is none. */
export function defused(text: string): string {
  return ARMED.test(text) ? `'${text}` : text;
}
