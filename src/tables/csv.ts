/** One cell of a table, and where it begins, both from 1. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The first of those that a line has as many of: where commas stand before decimals, there may be one for each semicolon. */
const SEPARATORS = ['\t', ';', ','] as const;

/**
 * The rows of a table whose cells are separated by commas, semicolons or tabs, whichever the first row has most of.
 * Empty rows are left out, blanks around cells too. A quote that is not closed ends with the text.
 *
 * @param separator  the sign between cells, where it is known
 *
 * Source: RFC 4180, with the separators that spreadsheets write in other countries.
 */
export function readCsv(text: string, separator?: string): readonly (readonly Cell[])[] {
  const content = text.replace(/^\uFEFF/, '');
  const between = separator ?? separatorOf(content);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (;;) {
    const begin = { line, column: at - lineStart + 1 };
    row.push({ text: cell().trim(), ...begin });
    const end = content[at];
    if (end !== between) {
      if (row.some((each) => each.text !== '')) rows.push(row);
      row = [];
      if (end === undefined) return rows;
      if (end === '\r' && content[at + 1] === '\n') at += 1;
      line += 1;
      lineStart = at + 1;
    }
    at += 1;
  }

  /** Reads on to the separator or the end of the line behind the cell. */
  function cell(): string {
    let read = '';
    let quoted = false;
    for (; at < content.length; at++) {
      const letter = content[at]!;
      if (quoted) {
        if (letter === '\n') {
          line += 1;
          lineStart = at + 1;
        }
        if (letter !== '"') read += letter;
        else if (content[at + 1] === '"') read += content[(at += 1)]!;
        else quoted = false;
      } else if (letter === between || letter === '\n' || letter === '\r') {
        return read;
      } else if (letter === '"' && read.trim() === '') {
        read = '';
        quoted = true;
      } else {
        read += letter;
      }
    }
    return read;
  }
}

function separatorOf(text: string): string {
  return mostSeparated([/[^\r\n]+/.exec(text)?.[0] ?? '']);
}

/** Lines that may stand above a table, with titles, are fewer than these. */
const LINES_LOOKED_AT = 40;

/**
 * The sign of which the middle one of the first lines has most: exports have titles above their table, and cells may
 * hold any of the signs.
 */
export function usualSeparator(text: string): string {
  const lines: string[] = [];
  for (const [line] of text.matchAll(/[^\r\n]+/g)) if (lines.push(line) === LINES_LOOKED_AT) break;
  return mostSeparated(lines);
}

function mostSeparated(lines: readonly string[]): string {
  const middle = (separator: string) => {
    const counts = lines.map((line) => line.split(separator).length).toSorted((a, b) => a - b);
    return counts[Math.floor(counts.length / 2)] ?? 0;
  };
  return SEPARATORS.reduce<string>((most, each) => (middle(each) > middle(most) ? each : most), SEPARATORS[0]);
}
