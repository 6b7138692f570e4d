/** Blocks of cells as spreadsheets put them on the clipboard, and as Markdown. */
export type Block = readonly (readonly string[])[];

/** Limits to what is taken from a clipboard. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 200;

/**
 * Reads rows of cells separated by tabs; a cell in quotes may hold tabs, line ends and doubled quotes, as Excel and
 * Sheets write it. Lines at the end that hold nothing are no rows.
 */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length && rows.length <= MOST_ROWS) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at)) : null;
    const cell = quoted === null ? /^[^\t\r\n]*/.exec(text.slice(at))![0] : quoted[1]!.replaceAll('""', '"');
    rows.at(-1)!.push(cell.replaceAll(/\s*\r?\n\s*/g, ' ').trim());
    at += quoted === null ? cell.length : quoted[0].length;
    const end = /^(?:\t|\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0];
    if (end === undefined) break;
    at += end.length;
    if (end !== '\t') rows.push([]);
  }
  while (rows.length > 1 && rows.at(-1)!.every((cell) => cell === '')) rows.pop();
  return rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS));
}

export function blockText(block: Block): string {
  return block.map((row) => row.map(inQuotesIfNeeded).join('\t')).join('\n');
}

function inQuotesIfNeeded(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A table of Markdown; the first row is its head. */
export function markdownText(block: Block): string {
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((cell) =>
        cell
          .replaceAll('\\', '\\\\')
          .replaceAll('|', '\\|')
          .replaceAll(/\s*\n\s*/g, ' '),
      )
      .join(' | ')} |`;
  const [head = [], ...rows] = block;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
