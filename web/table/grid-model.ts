/** What a grid shows of a section, and how one moves in it. */
import type { TextEdit } from '../text/text-edit.ts';
import type { Column, Row, Section } from './outline.ts';
import type { Block } from './tsv.ts';

/** A place in a grid: column 0 is the name or number of the row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The columns that are shown: those in use, and those that were asked for; a name first, and last what only people read. */
export function shownColumns({ columns }: Section, asked: readonly Column[]): readonly Column[] {
  const shown = columns.filter(
    (column) => column.open !== true && (column.used || asked.some(({ key }) => key === column.key)),
  );
  const further = asked.filter(({ key }) => !columns.some((column) => column.key === key && column.open !== true));
  const all = further.reduce<readonly Column[]>((before, column) => {
    const last = before.findLastIndex(({ path }) => path[0] === column.path[0]);
    return before.toSpliced(last < 0 ? before.length : last + 1, 0, column);
  }, shown);
  const rank = ({ path, kind }: Column) => (path.join() === 'name' ? 0 : kind === 'prose' ? 2 : 1);
  return all.toSorted((a, b) => rank(a) - rank(b));
}

export interface Group {
  /** Field that holds those of the columns; empty for fields of the row itself. */
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Columns side by side whose fields stand in the same field of the row. */
export function groupsOf(columns: readonly Column[]): readonly Group[] {
  const groups: { name: string; columns: Column[] }[] = [];
  for (const column of columns) {
    const name = column.path.length > 1 ? column.path[0]! : '';
    const last = groups.at(-1);
    if (last?.name === name) last.columns.push(column);
    else groups.push({ name, columns: [column] });
  }
  return groups;
}

/** Rows that a key for pages passes: about what is in view. */
const PAGE = 10;

/** Where a key leads from a place; undefined for a key that moves nowhere. */
export function moveBy(key: string, ctrl: boolean, from: Place, rows: number, columns: number): Place | undefined {
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: ctrl ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: ctrl ? lastColumn : Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(0, row - PAGE), column };
    case 'PageDown':
      return { row: Math.min(lastRow, row + PAGE), column };
    default:
      return undefined;
  }
}

/** The next place to the right, or to the left, row by row; undefined behind the last and before the first. */
export function tabFrom({ row, column }: Place, back: boolean, rows: number, columns: number): Place | undefined {
  const at = row * columns + column + (back ? -1 : 1);
  return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns };
}

/** First and last row and column of what is selected. */
export function boxOf(a: Place, b: Place): { readonly from: Place; readonly to: Place } {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

export function isInBox({ row, column }: Place, { from, to }: ReturnType<typeof boxOf>): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

export function cellText(row: Row, column: Column | undefined): string {
  return column === undefined ? String(row.key) : (row.cells[column.key]?.text ?? '');
}

/** What stands in a box, as a block. */
export function blockIn(rows: readonly Row[], columns: readonly Column[], box: ReturnType<typeof boxOf>): Block {
  return rows
    .slice(box.from.row, box.to.row + 1)
    .map((row) =>
      Array.from({ length: box.to.column - box.from.column + 1 }, (_, k) =>
        cellText(row, columns[box.from.column + k - 1]),
      ),
    );
}

/** The edit that puts a text into a cell. */
export function cellEdit(row: Row, column: Column, text: string): TextEdit {
  return { kind: 'set', path: [...row.path, ...column.path], text, order: column.order };
}

/** The whole grid with its head, for other programs. */
export function wholeBlock(section: Section, columns: readonly Column[]): Block {
  return [
    ['', ...columns.map(({ key }) => key)],
    ...blockIn(
      section.rows,
      columns,
      boxOf({ row: 0, column: 0 }, { row: section.rows.length - 1, column: columns.length }),
    ),
  ];
}

/** What pasting a block does to a grid, and how many of its cells do not fit. */
export function pasteEdits(
  section: Section,
  columns: readonly Column[],
  at: Place,
  block: Block,
): { readonly edits: readonly TextEdit[]; readonly lost: number } {
  const edits: TextEdit[] = [];
  let lost = 0;
  for (const [r, line] of block.entries()) {
    const row = section.rows[at.row + r];
    // Below the last row a block makes new ones: in a list by their place, else by their names.
    const name = at.column === 0 ? line[0]! : '';
    const path =
      row?.path ??
      (section.kind === 'list' ? [section.name, at.row + r] : name === '' ? undefined : [section.name, name]);
    for (const [c, text] of line.entries()) {
      const column = columns[at.column + c - 1];
      if (at.column + c === 0) {
        if (row !== undefined && section.kind === 'named' && text !== '' && text !== row.key) {
          edits.push({ kind: 'rename', path: row.path, name: text });
        }
      } else if (path === undefined || column === undefined) {
        lost += text === '' ? 0 : 1;
      } else if (text !== (row === undefined ? '' : cellText(row, column))) {
        const named = row !== undefined && section.kind === 'named' && name !== '' ? [section.name, name] : path;
        edits.push({ kind: 'set', path: [...named, ...column.path], text, order: column.order });
      }
    }
  }
  return { edits, lost };
}
