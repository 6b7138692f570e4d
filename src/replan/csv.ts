/** One cell of a table, and where it begins, both from 1. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What the columns of a table of spend may be called, in English and in Chinese. */
export const HEADINGS = {
  period: /^(?:period|date|day|week|month|quarter|year|期|日期|天|周|月|季度|年)$/i,
  channel: /^(?:channel|渠道)$/i,
  spend: /^(?:spend|spent|cost|amount|投放|花费|支出)$/i,
} as const;

/** Said of {@link undecodedIn}. */
export const UNDECODED = {
  message: 'the file is not saved as UTF-8 text',
  advice: 'Save it again with the encoding UTF-8, in a spreadsheet as "CSV UTF-8".',
} as const;

/** The first cell of bytes that are no UTF-8, which spreadsheets write unless they are told to. */
export function undecodedIn(rows: readonly (readonly Cell[])[]): Cell | undefined {
  return rows.flat().find(({ text }) => text.includes('\uFFFD'));
}

const SEPARATORS = [',', ';', '\t'] as const;

/**
 * The rows of a table whose cells are separated by commas, semicolons or tabs, whichever the first row has most of.
 * Empty rows are left out, blanks around cells too. A quote that is not closed ends with the text.
 *
 * Source: RFC 4180, with the separators that spreadsheets write in other countries.
 */
export function readCsv(text: string): readonly (readonly Cell[])[] {
  const content = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(content);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (;;) {
    const begin = { line, column: at - lineStart + 1 };
    row.push({ text: cell().trim(), ...begin });
    const end = content[at];
    if (end !== separator) {
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
      } else if (letter === separator || letter === '\n' || letter === '\r') {
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
  const first = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce<string>((most, each) => (count(each) > count(most) ? each : most), ',');
}
