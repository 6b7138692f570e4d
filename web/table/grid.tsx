import { useState } from 'preact/hooks';
import { useWords } from '../languages/language.ts';
import { AddField } from './add-field.tsx';
import { GridHead } from './grid-head.tsx';
import { cellEdit, wholeBlock } from './grid-model.ts';
import { GridSlot } from './grid-slot.tsx';
import { InfoBar } from './info-bar.tsx';
import { fieldLabel, pathLabel } from '../../src/report/languages/field-label.ts';
import type { Row } from './outline.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { RowActions } from './row-actions.tsx';
import { newRow } from './templates.ts';
import { SeasonButton } from './season-button.tsx';
import { blockText, markdownText } from './tsv.ts';
import { useEcho } from './use-echo.ts';
import { useGrid, type GridProps } from './use-grid.ts';

/** Rows of a section as a spreadsheet. */
export function Grid(props: GridProps) {
  const { outline, section, isFrozen } = props;
  const { table: words, fields } = useWords();
  const grid = useGrid(props);
  const echo = useEcho(grid.editing, grid.column, outline.currency);
  const [told, setTold] = useState('');
  const { columns, groups, hidden, row } = grid;
  const label = fieldLabel(section.name, fields);
  const copy = async (text: string) => {
    const copied = navigator.clipboard.writeText(text).then(
      () => words.copied,
      () => words.notCopied,
    );
    setTold(await copied);
  };
  return (
    <div class="grid-frame">
      {section.rows.length > 0 && (
        <div class="grid-scroll">
          <table
            role="grid"
            class="grid"
            ref={grid.table}
            aria-label={label}
            aria-describedby="grid-help"
            aria-multiselectable="true"
            aria-readonly={isFrozen}
            onCopy={grid.onCopy}
            onCut={grid.onCopy}
            onPaste={grid.onPaste}
          >
            <GridHead section={section} groups={groups} hidden={hidden} onToggle={grid.toggle} />
            <tbody>
              {section.rows.map((one, at) => (
                <tr key={one.key} class={rowClass(one)}>
                  <GridSlot grid={grid} row={one} at={at} column={undefined} />
                  {groups.map((group) =>
                    hidden.has(group.name) ? (
                      <td key={`${group.name}…`} class="folded" />
                    ) : (
                      group.columns.map((column) => (
                        <GridSlot key={column.key} grid={grid} row={one} at={at} column={column} />
                      ))
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {section.rows.length > 0 && (
        <InfoBar
          bar={grid.bar}
          section={section}
          row={row}
          column={grid.column}
          content={grid.content}
          echo={echo}
          onFix={({ fix }) => fix && grid.apply([fix.edit])}
        >
          {grid.column?.kind === 'season' && row !== undefined && !isFrozen && (
            <SeasonButton
              label={pathLabel(grid.column.path, fields)}
              text={grid.content.text}
              onDraw={(text) => grid.apply([cellEdit(row, grid.column!, text)])}
            />
          )}
          {row !== undefined && !isFrozen && (
            <RowActions section={section} row={row} onEdit={grid.apply} onMove={grid.move} onRename={grid.rename} />
          )}
        </InfoBar>
      )}
      <div class="grid-tools">
        {!isFrozen && (
          <button type="button" onClick={() => grid.apply(newRow(section, outline, nameOfNew(section.name, words)))}>
            {section.name === 'channels' ? words.addChannel : words.addRow(label)}
          </button>
        )}
        {section.rows.length > 0 && (
          <>
            {!isFrozen && <AddField section={section} shown={columns} onAdd={grid.add} />}
            <button type="button" onClick={() => void copy(blockText(wholeBlock(section, columns)))}>
              {words.copyTable}
            </button>
            <button type="button" onClick={() => void copy(markdownText(wholeBlock(section, columns)))}>
              {words.copyMarkdown}
            </button>
            <span role="status">{told}</span>
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
            grid.apply(edits);
          }}
          onCancel={() => grid.setPasted(undefined)}
        />
      )}
    </div>
  );
}

function nameOfNew(section: string, words: { readonly newChannel: string; readonly newName: string }): string {
  return section === 'channels' ? words.newChannel : words.newName;
}

function rowClass(row: Row): string {
  const isOff = row.cells['off']?.text === 'true';
  const isFaulty = row.faults.some(({ severity }) => severity === 'error');
  return [isOff && 'off', isFaulty ? 'wrong' : row.isWrong && 'touched'].filter(Boolean).join(' ');
}
