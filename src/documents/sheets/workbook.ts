import type { Cell, CellStyle, WriteSheet } from 'hucre';
import { displayWidth } from '../../report/text/display-width.ts';
import { defused } from './defused.ts';
import type { NumberFormat, Sheet, SheetCell } from './sheet.ts';

const FORMATS: Readonly<Record<NumberFormat, string>> = {
  money: '#,##0.00',
  count: '#,##0.0',
  ratio: '0.000',
  share: '0.0%',
  whole: '#,##0',
};

/** Columns of letters; texts that are longer run on in several lines. */
const NARROWEST = 8;
const WIDEST = 60;

const HEADING: CellStyle = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'top' },
};
const LONG: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** Sheets as a file of a spreadsheet program (.xlsx): numbers as numbers, headings that stay, nothing that runs. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets: sheets.map(writtenSheet) });
}

function writtenSheet({ name, headings, rows }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const column of headings.keys()) cells.set(`0,${column}`, { style: HEADING });
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      const style = styleOf(value);
      if (style !== undefined) cells.set(`${r + 1},${c}`, { style });
    }
  }
  return {
    name,
    columns: headings.map((heading, c) => ({ width: widthOf([heading, ...rows.map((row) => row[c])]) })),
    rows: [headings.map(defused), ...rows.map((row) => row.map(valueOf))],
    cells,
    freezePane: { rows: 1 },
  };
}

function valueOf(value: SheetCell): string | number | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? defused(value) : value.value;
}

function styleOf(value: SheetCell): CellStyle | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return { numFmt: FORMATS[value.format] };
  return displayWidth(value) > WIDEST ? LONG : undefined;
}

function widthOf(column: readonly SheetCell[]): number {
  const widths = column.map((value) =>
    typeof value === 'string' ? displayWidth(value) : value === undefined ? 0 : NUMBER_WIDTH,
  );
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2);
}

/** `12,345,678.90`. */
const NUMBER_WIDTH = 13;
