import { showExactly } from '../quantity/shown.ts';
import type { Finding } from './finding.ts';

/** Limits to what is read at all; a scenario of 100 channels over a year reaches a tenth of each. */
const MOST_CHARACTERS = 1_000_000;
const MOST_LINES = 20_000;
/** Entries of one list of names. */
export const MOST_ENTRIES = 2_000;
/** Names and lists within each other. */
export const DEEPEST_NESTING = 60;

/** Control characters other than tabs and line ends; a carriage return alone ends no line in YAML. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n)/;

/** What a decoder puts where the bytes are not UTF-8. */
const UNDECODED = '\ufffd';

/** Why the text is not given to the parser at all: it is too large, or no text. */
export function mistakeOfWhole(text: string): Finding | undefined {
  if (text.length > MOST_CHARACTERS) {
    const message = `a file may have 1,000,000 characters, this one has ${showExactly(text.length, 'count')}`;
    return { severity: 'error', at: 0, path: '', message, advice: 'Keep history in a table of its own and import it.' };
  }
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > MOST_LINES) {
    const message = `a file may have 20,000 lines, this one has ${showExactly(lines, 'count')}`;
    return { severity: 'error', at: 0, path: '', message, advice: 'Keep history in a table of its own and import it.' };
  }
  const undecoded = text.indexOf(UNDECODED);
  if (undecoded >= 0) {
    const message = 'the file is not saved as UTF-8 text';
    return { severity: 'error', at: undecoded, path: '', message, advice: 'Save it again with the encoding UTF-8.' };
  }
  const control = text.search(CONTROL);
  if (control >= 0) {
    const code = text.charCodeAt(control).toString(16).padStart(4, '0');
    const message = `the file has a character that is no text (U+${code.toUpperCase()})`;
    return { severity: 'error', at: control, path: '', message, advice: 'Delete it, or save the file as plain text.' };
  }
  return undefined;
}
