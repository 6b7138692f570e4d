import type { ComponentChildren } from 'preact';
import type { Figure } from '../../src/report/numbers/estimate.ts';
import { FigureText } from './figure-text.tsx';
import { WithDates } from './with-dates.tsx';

export interface Column {
  readonly heading: string;
  readonly align?: 'right';
}

/** Figures of one column stand digit under digit, whether or not their noise stands beside them. */
export type Cell = ComponentChildren | Figure;

export interface TableProps {
  readonly caption: string;
  /** The first column names the rows. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row adds up the others. */
  readonly total?: boolean;
  /** Too wide for narrow screens: there it becomes one block a row, with the headings inside. */
  readonly stacks?: boolean;
}

/** Columns of which the first names the rows and the others hold figures. */
export function figureColumns(headings: readonly string[]): readonly Column[] {
  return headings.map((heading, k) => (k === 0 ? { heading } : { heading, align: 'right' }));
}

/** A table of figures. The roles say again what the elements are: as blocks they would lose it. */
export function Table({ caption, columns, rows, total = false, stacks = false }: TableProps) {
  const rooms = columns.map((_, c) => Math.max(0, ...rows.map((row) => noiseOf(row[c]).length)));
  return (
    <table role="table" class={stacks ? 'stacks' : undefined}>
      <caption>
        <WithDates text={caption} />
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading, align }) => (
            <th key={heading} role="columnheader" scope="col" class={align}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([name, ...cells], r) => (
          <tr key={r} role="row" class={total && r === rows.length - 1 ? 'total' : undefined}>
            <th role="rowheader" scope="row">
              {isFigure(name) ? name.text : name}
            </th>
            {cells.map((cell, c) => (
              <td key={c} role="cell" class={columns[c + 1]!.align} data-heading={columns[c + 1]!.heading}>
                {cell === '' ? null : (
                  <span>{isFigure(cell) ? <FigureText {...cell} room={rooms[c + 1]!} /> : cell}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isFigure(cell: Cell): cell is Figure {
  return typeof cell === 'object' && cell !== null && 'text' in cell;
}

function noiseOf(cell: Cell): string {
  return (isFigure(cell) && cell.noise) || '';
}
