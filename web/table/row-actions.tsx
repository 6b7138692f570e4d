import { usePageWords } from '../languages/language.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { freeName } from './free-name.ts';
import type { Row, Section } from './outline.ts';

export interface RowActionsProps {
  readonly section: Section;
  readonly row: Row;
  readonly onEdit: (edits: readonly TextEdit[]) => void;
  readonly onMove: (by: number) => void;
  readonly onRename: () => void;
}

/** What can be done with a whole row. */
export function RowActions({ section, row, onEdit, onMove, onRename }: RowActionsProps) {
  const words = usePageWords().table;
  const place = section.rows.findIndex(({ key }) => key === row.key);
  const { path } = row;
  const isOff = row.cells['off']?.text === 'true';
  const canSwitch = section.columns.some(({ key }) => key === 'off');
  const name = typeof row.key === 'number' ? `${row.key + 1}` : row.key;
  const copy = freeName(String(row.key), section);
  return (
    <div class="row-actions" role="toolbar" aria-label={words.rowMenu(name)}>
      {section.kind === 'named' && (
        <button type="button" onClick={onRename}>
          {words.rename}
        </button>
      )}
      <button type="button" onClick={() => onEdit([{ kind: 'copy', path, name: copy }])}>
        {words.copy}
      </button>
      <button type="button" disabled={place === 0} onClick={() => onMove(-1)}>
        {words.up}
      </button>
      <button type="button" disabled={place === section.rows.length - 1} onClick={() => onMove(1)}>
        {words.down}
      </button>
      {canSwitch && (
        <button
          type="button"
          onClick={() =>
            onEdit([{ kind: 'set', path: [...path, 'off'], text: isOff ? '' : 'true', order: ['label', 'off'] }])
          }
        >
          {isOff ? words.on : words.off}
        </button>
      )}
      <button type="button" onClick={() => onEdit([{ kind: 'set', path, text: '' }])}>
        {words.remove}
      </button>
    </div>
  );
}
