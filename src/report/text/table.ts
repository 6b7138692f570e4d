import { displayWidth, padEnd, padStart } from './display-width.ts';
import type { Look } from './page.ts';
import type { Paint, Style } from './paint.ts';

/** What stands in one place of a table. */
export interface Cell extends Part {
  /** Simulation noise of `text`; the noises of a column stand below each other. */
  readonly noise?: string;
  /** Of the text on the left, what follows `text` in another style. */
  readonly rest?: Part;
}

export interface Part {
  readonly text: string;
  readonly style?: Style;
}

export interface Column {
  /** One line or several, parted by line ends; said in the language of the text, for which it is English. */
  readonly heading: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly Cell[];
}

export interface TableStyle extends Look {
  /** Whether the last row sums up the others. */
  readonly total?: boolean;
}

const MARGIN = 2;
/** Columns between two of the table, and where it would not fit with so many. */
const BETWEEN = 3;
const CLOSE = 2;

/**
 * A table as lines. The first column names the rows; where the others do not fit beside each other, they continue in
 * a second table under the first, with the names again.
 */
export function table(columns: readonly Column[], style: TableStyle): string[] {
  const [names, ...others] = columns.map((column) => measured(inLanguage(column, style)));
  if (names === undefined) return [];
  const blocks = [BETWEEN, CLOSE]
    .map((between) => ({ between, columns: inBlocks(names, others, style.width, between) }))
    .reduce((wide, close) => (close.columns.length < wide.columns.length ? close : wide));
  return blocks.columns.flatMap((fitting, k) => [
    ...(k > 0 ? [''] : []),
    ...block([names, ...fitting], blocks.between, style),
  ]);
}

interface Measured extends Column {
  readonly lines: readonly string[];
  /** Columns for the texts, and for ` ± noise` behind them. */
  readonly text: number;
  readonly noise: number;
  readonly width: number;
}

function measured(column: Column): Measured {
  const lines = column.heading.split('\n');
  const most = (widths: readonly number[]) => Math.max(0, ...widths);
  const text = most(column.cells.map((cell) => displayWidth(cell.text + (cell.rest?.text ?? ''))));
  const noise = most(column.cells.map((cell) => (cell.noise === undefined ? 0 : displayWidth(` ± ${cell.noise}`))));
  return { ...column, lines, text, noise, width: Math.max(text + noise, most(lines.map(displayWidth))) };
}

/** The heading in the words of the language, and all numbers in its typography. */
function inLanguage({ heading, align, cells }: Column, { words: { say, number } }: Look): Column {
  return { heading: number(say(heading)), align, cells: cells.map((cell) => ({ ...cell, text: number(cell.text) })) };
}

/** Columns of the terminal that are left for one more column of a table with these. */
export function roomBeside(columns: readonly Column[], look: Look): number {
  return columns
    .map((column) => measured(inLanguage(column, look)))
    .reduce((room, column) => room - column.width - BETWEEN, look.width - MARGIN);
}

function inBlocks(names: Measured, columns: readonly Measured[], width: number, between: number): Measured[][] {
  const blocks: Measured[][] = [[]];
  let used = MARGIN + names.width;
  for (const column of columns) {
    const last = blocks.at(-1)!;
    if (last.length > 0 && used + between + column.width > width) {
      blocks.push([column]);
      used = MARGIN + names.width + between + column.width;
    } else {
      last.push(column);
      used += between + column.width;
    }
  }
  return blocks;
}

function block(columns: readonly Measured[], between: number, { paint, total }: TableStyle): string[] {
  const height = Math.max(...columns.map((column) => column.lines.length));
  const rows = columns[0]!.cells.length;
  const line = (parts: readonly string[]) => `${' '.repeat(MARGIN)}${parts.join(' '.repeat(between))}`.trimEnd();
  const lines: string[] = [];
  for (let k = 0; k < height; k++) {
    const parts = columns.map(({ lines, align, width, noise }) => {
      const text = lines[k - (height - lines.length)] ?? '';
      // A heading ends where the figures end, before their noise.
      return paint('faint', padEnd(align === 'left' ? text : padStart(text, width - noise), width));
    });
    if (columns.some(({ lines }) => (lines[k - (height - lines.length)] ?? '') !== '')) lines.push(line(parts));
  }
  for (let row = 0; row < rows; row++) {
    if (total === true && row === rows - 1) {
      lines.push(line(columns.map(({ width }) => paint('faint', '─'.repeat(width)))));
    }
    lines.push(line(columns.map((column) => placed(column, column.cells[row]!, paint))));
  }
  return lines;
}

function placed({ align, text, noise, width }: Measured, cell: Cell, paint: Paint): string {
  const style = cell.style ?? 'plain';
  const { rest } = cell;
  if (align === 'left') {
    const before = rest === undefined ? 0 : displayWidth(cell.text);
    const behind = rest === undefined ? '' : paint(rest.style ?? 'plain', padEnd(rest.text, width - before));
    return paint(style, padEnd(cell.text, rest === undefined ? width : before)) + behind;
  }
  const behind = cell.noise === undefined ? ' '.repeat(noise) : paint('faint', padEnd(` ± ${cell.noise}`, noise));
  return `${' '.repeat(width - text - noise)}${paint(style, padStart(cell.text, text))}${behind}`;
}
