import { useRef, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { AddField } from './add-field.tsx';
import { currencyOfCell } from './currency-of-cell.ts';
import { GridHead, HEAD_ROWS } from './grid-head.tsx';
import { cellEdit, wholeBlock } from './grid-model.ts';
import { GridRow } from './grid-row.tsx';
import { InfoBar } from './info-bar.tsx';
import { fieldLabel, pathLabel } from '../../src/report/languages/field-label.ts';
import { later } from '../parts/later.tsx';
import { RowActions } from './row-actions.tsx';
import { MOST_DRAWN, ROW_HEIGHT } from './rows-in-view.ts';
import { SeasonButton } from './season-button.tsx';
import { blockText, markdownText } from './tsv.ts';
import { useEcho } from './use-echo.ts';
import { useGrid, type GridProps } from './use-grid.ts';
import { useRowsInView } from './use-rows-in-view.ts';

const PasteDialog = later(async () => (await import('./paste-dialog.tsx')).PasteDialog);

/** Rows of a section as a spreadsheet. */
export function Grid(props: GridProps) {
  const { outline, section, isFrozen } = props;
  const { table: words, fields } = usePageWords();
  const grid = useGrid(props);
  const echo = useEcho(grid.editing, grid.column, currencyOfCell(outline, props.section, grid.row, grid.column));
  // No more once the row that it is about is gone.
  // With the rows below which there is no more to tell: what it is about is gone.
  const [told, setTold] = useState<readonly [text: string, rows: number]>(['', 0]);
  const { columns, groups, hidden, row } = grid;
  const { rows } = section;
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRowsInView(frame, grid.focus.row, rows.length);
  const isLong = rows.length > MOST_DRAWN;
  const width = 1 + groups.reduce((sum, group) => sum + (hidden.has(group.name) ? 1 : group.columns.length), 0);
  const label = fieldLabel(section.name, fields);
  const addRow = async () => {
    const makeRow = async () => {
      const { nameOfNew, newRow } = await import('./templates.ts');
      return newRow(section, outline, nameOfNew(section, outline, words), words.assumed);
    };
    await grid.addRow(makeRow());
    if (section.name === 'channels') setTold([words.exampleNumbers, rows.length + 1]);
  };
  const copy = async (text: string) => {
    const copied = navigator.clipboard.writeText(text).then(
      () => words.copied,
      () => words.notCopied,
    );
    setTold([await copied, 0]);
  };
  return (
    <div class="grid-frame" onKeyDown={grid.onEarlyKey}>
      {rows.length > 0 && (
        <div class="grid-scroll" ref={frame}>
          <table
            role="grid"
            class={isLong ? 'grid long' : 'grid'}
            ref={grid.table}
            aria-label={label}
            aria-describedby="grid-help"
            aria-multiselectable="true"
            aria-readonly={isFrozen}
            aria-rowcount={rows.length + HEAD_ROWS}
            onCopy={grid.onCopy}
            onCut={grid.onCopy}
            onPaste={grid.onPaste}
          >
            <GridHead section={section} groups={groups} hidden={hidden} isLong={isLong} onToggle={grid.toggle} />
            <tbody onFocusOut={grid.onLeave}>
              {drawn.map((part, k) =>
                'gap' in part ? (
                  <tr key={`gap ${k}`} class="gap" aria-hidden="true">
                    <td colSpan={width} style={{ height: `${part.gap * ROW_HEIGHT}px` }} />
                  </tr>
                ) : (
                  <GridRow key={rows[part.row]!.key} grid={grid} row={rows[part.row]!} at={part.row} />
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && (
        <InfoBar
          bar={grid.bar}
          section={section}
          row={row}
          column={grid.column}
          content={grid.content}
          echo={echo}
          onFix={({ fix }) => fix && grid.act([fix.edit])}
        >
          {grid.column?.kind === 'season' && row !== undefined && !isFrozen && (
            <SeasonButton
              label={pathLabel(grid.column.path, fields)}
              text={grid.content.text}
              onDraw={(text) => grid.act([cellEdit(row, grid.column!, text)])}
            />
          )}
          {row !== undefined && !isFrozen && (
            <RowActions section={section} row={row} onEdit={grid.act} onMove={grid.move} onRename={grid.rename} />
          )}
        </InfoBar>
      )}
      <div class="grid-tools">
        {!isFrozen && (
          <button type="button" onClick={() => void addRow()}>
            {section.name === 'channels' ? words.addChannel : words.addRow(label)}
          </button>
        )}
        {rows.length > 0 && (
          <>
            {!isFrozen && <AddField section={section} shown={columns} onAdd={grid.add} />}
            <button type="button" onClick={() => void copy(blockText(wholeBlock(section, columns)))}>
              {words.copyTable}
            </button>
            <button type="button" onClick={() => void copy(markdownText(wholeBlock(section, columns)))}>
              {words.copyMarkdown}
            </button>
            <span role="status">{rows.length < told[1] || told[0]}</span>
          </>
        )}
      </div>
      {grid.pasted !== undefined && (
        <PasteDialog
          block={grid.pasted}
          section={section}
          columns={columns}
          at={grid.box.from}
          onPaste={(edits) => {
            grid.setPasted(undefined);
            grid.act(edits);
          }}
          onCancel={() => grid.setPasted(undefined)}
        />
      )}
    </div>
  );
}
