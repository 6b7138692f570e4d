import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import type { TextEdit } from '../text/edit.ts';
import { decimalOf, withPoints, type Decimal } from './decimals.ts';
import { pasteEdits, type Place } from './grid-model.ts';
import { pathLabel } from '../../src/report/languages/field-label.ts';
import type { Column, Section } from './outline.ts';
import type { Block } from './tsv.ts';

export interface PasteDialogProps {
  readonly block: Block;
  readonly section: Section;
  readonly columns: readonly Column[];
  /** Where its first cell goes. */
  readonly at: Place;
  readonly onPaste: (edits: readonly TextEdit[]) => void;
  readonly onCancel: () => void;
}

/** Shows a block before it is pasted: where its cells go, and how its numbers are read. */
export function PasteDialog({ block, section, columns, at, onPaste, onCancel }: PasteDialogProps) {
  const { table: words, fields } = usePageWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ decimal: decided, isClear }] = useState(() => decimalOf(block));
  const [decimal, setDecimal] = useState<Decimal>(decided);
  const read = withPoints(block, decimal);
  const { edits, lost } = pasteEdits(section, columns, at, read);
  const width = Math.max(...block.map((line) => line.length));
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="paste-title" onCancel={onCancel} onClose={onCancel}>
      <h2 id="paste-title">{words.paste}</h2>
      <p>{words.pasteFits(block.length, width)}</p>
      <div class="grid-scroll" tabIndex={0} role="region" aria-label={words.paste}>
        <table class="preview">
          <thead>
            <tr>
              {Array.from({ length: width + 1 }, (_, c) => {
                const column = columns[at.column + c - 2];
                return (
                  <th key={c} scope="col">
                    {c === 0 || (c === 1 && at.column === 0) ? words.name : column && pathLabel(column.path, fields)}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {read.map((line, r) => (
              <tr key={r}>
                <th scope="row">{rowName(section, at, r, line)}</th>
                {line.map((cell, c) => (
                  <td key={c} class={columns[at.column + c - 1] === undefined && at.column + c > 0 ? 'lost' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lost > 0 && <p class="warning">{words.pasteLost(lost)}</p>}
      <fieldset>
        <legend>{words.decimals}</legend>
        {(['point', 'comma'] as const).map((sign) => (
          <label key={sign}>
            <input type="radio" name="decimal" checked={decimal === sign} onChange={() => setDecimal(sign)} />{' '}
            {words[sign]}
          </label>
        ))}
        <p class={isClear ? 'faint' : 'warning'}>{isClear ? words.clear : words.unclear}</p>
      </fieldset>
      <div class="dialog-actions">
        <button type="button" class="primary" onClick={() => onPaste(edits)}>
          {words.paste}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </dialog>
  );
}

function rowName({ rows, kind }: Section, { row, column }: Place, r: number, line: readonly string[]): string {
  const key = rows[row + r]?.key ?? (kind === 'list' ? row + r : column === 0 ? line[0]! : '–');
  return typeof key === 'number' ? String(key + 1) : key;
}
