import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { CellEditor } from './cell-editor.tsx';
import { GridCell } from './grid-cell.tsx';
import { cellText, isInBox } from './grid-model.ts';
import { pathLabel } from '../../src/report/languages/field-label.ts';
import type { CellContent, Column, Row } from './outline.ts';
import { NO_CELL, placeKey, type GridState } from './use-grid.ts';

export interface GridSlotProps {
  readonly grid: GridState;
  readonly row: Row;
  readonly at: number;
  /** Undefined for the name of the row. */
  readonly column: Column | undefined;
}

/** One place of a grid: a cell, the name of its row, or the field in which either is edited. */
export function GridSlot({ grid, row, at, column }: GridSlotProps) {
  const { table: words, fields, code } = usePageWords();
  const { say } = useSaid();
  const { latest } = grid;
  const place = { row: at, column: column === undefined ? 0 : grid.columns.indexOf(column) + 1 };
  const isHere = place.row === grid.focus.row && place.column === grid.focus.column;
  const isEdited = isHere && grid.editing !== undefined;
  const cell = (column && row.cells[column.key]) ?? NO_CELL;
  const label = column === undefined ? words.name : pathLabel(column.path, fields);
  const Tag = column === undefined ? 'th' : 'td';
  return (
    <Tag
      role={column === undefined ? 'rowheader' : 'gridcell'}
      {...(column === undefined ? { scope: 'row' as const } : { 'data-heading': label })}
      data-at={placeKey(place)}
      tabIndex={isHere ? 0 : -1}
      aria-selected={isInBox(place, grid.box)}
      aria-invalid={cell.fault?.severity === 'error'}
      class={cellClass(cell, isHere, grid.isBlock && isInBox(place, grid.box))}
      title={cell.fault === undefined ? cell.words?.[code] : say(cell.fault.message)}
      onMouseDown={(event) => {
        if (!isEdited) latest.current.go(place, event.shiftKey);
      }}
      onFocus={() => latest.current.enter(place)}
      onDblClick={() => latest.current.begin(cellText(row, column))}
      onKeyDown={(event) => (isEdited ? latest.current.onEditorKey(event) : latest.current.onKey(event))}
    >
      {isEdited ? (
        <CellEditor
          text={grid.editing ?? ''}
          kept={column === undefined ? cellText(row, column) : ''}
          label={label}
          column={column}
          onInput={(text) => latest.current.setEditing(text)}
          onLeave={() => latest.current.commit()}
        />
      ) : column === undefined ? (
        <RowName row={row} />
      ) : (
        <GridCell
          content={cell}
          typed={grid.typed.get(placeKey(place))}
          onFix={({ fix }) => fix && latest.current.apply([fix.edit])}
        />
      )}
    </Tag>
  );
}

function RowName({ row }: { readonly row: Row }) {
  const words = usePageWords().table;
  const { say } = useSaid();
  const label = row.cells['label']?.text;
  return (
    <>
      <span class="cell-text">{typeof row.key === 'number' ? row.key + 1 : row.key}</span>
      {label !== undefined && <span class="row-label">{label}</span>}
      {row.cells['off']?.text === 'true' && <span class="off-mark">{words.isOff}</span>}
      {row.faults.map(({ message }) => (
        <span key={message} class="unseen">
          {say(message)}
        </span>
      ))}
    </>
  );
}

function cellClass({ fault, follows, isForeign }: CellContent, isHere: boolean, isSelected: boolean): string {
  return [fault?.severity, follows && 'follows', isForeign && 'foreign', isHere && 'here', isSelected && 'selected']
    .filter(Boolean)
    .join(' ');
}
