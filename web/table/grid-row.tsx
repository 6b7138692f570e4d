import { Component } from 'preact';
import { HEAD_ROWS } from './grid-head.tsx';
import { GridSlot } from './grid-slot.tsx';
import type { Row } from './outline.ts';
import type { GridState } from './use-grid.ts';

export interface GridRowProps {
  readonly grid: GridState;
  readonly row: Row;
  readonly at: number;
}

/** A row of a grid. A class, since only classes can decline to be drawn anew: of a hundred rows a key changes one. */
export class GridRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: GridRowProps): boolean {
    const { grid, row, at } = this.props;
    return (
      row !== next.row ||
      at !== next.at ||
      grid.columns !== next.grid.columns ||
      grid.typed !== next.grid.typed ||
      isAbout(grid, at) ||
      isAbout(next.grid, at)
    );
  }

  render({ grid, row, at }: GridRowProps) {
    return (
      <tr class={classOf(row)} aria-rowindex={at + HEAD_ROWS + 1}>
        <GridSlot grid={grid} row={row} at={at} column={undefined} />
        {grid.groups.map((group) =>
          grid.hidden.has(group.name) ? (
            <td key={`${group.name}…`} class="folded" />
          ) : (
            group.columns.map((column) => <GridSlot key={column.key} grid={grid} row={row} at={at} column={column} />)
          ),
        )}
      </tr>
    );
  }
}

/** Whether the row holds the focus or a part of what is selected. */
function isAbout({ focus, box }: GridState, row: number): boolean {
  return row === focus.row || (row >= box.from.row && row <= box.to.row);
}

function classOf(row: Row): string {
  const isOff = row.cells['off']?.text === 'true';
  const isFaulty = row.faults.some(({ severity }) => severity === 'error');
  return [isOff && 'off', isFaulty ? 'wrong' : row.isWrong && 'touched'].filter(Boolean).join(' ');
}
