import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { decimalOf, withPoints, type Decimal } from './decimals.ts';
import { pasteEdits, type Place } from './grid-model.ts';
import { headedPaste } from './headed-paste.ts';
import { headingLanguages } from './heading-languages.ts';
import { headRowsOf } from './head-rows.ts';
import { hasHeadings, type Target } from './headings.ts';
import { PastePreview } from './paste-preview.tsx';
import { withPercents } from './percent-columns.ts';
import { usePasteWords } from './use-paste-words.ts';
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
  const { cancel } = usePageWords().table;
  const words = usePasteWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const taking = useRef<HTMLButtonElement>(null);
  const { count, headings, targets } = useMemo(() => headRowsOf(block, section, headingLanguages), [block, section]);
  const [isHeaded, setIsHeaded] = useState(() => hasHeadings([headings, ...block.slice(count)], targets));
  const [chosen, setChosen] = useState<Decimal>();
  const body = isHeaded ? block.slice(count) : block;
  const { decimal: decided, isClear } = decimalOf(body);
  const decimal = chosen ?? decided;
  const points = withPoints(body, decimal);
  const read = isHeaded ? withPercents(headings, points) : points;
  const width = Math.max(...block.map((line) => line.length));
  const isByHeading = isHeaded && targets.some((target) => target !== undefined && target !== 'name');
  const pasted = isByHeading ? undefined : pasteEdits(section, columns, at, read);
  const headed = isByHeading ? headedPaste(section, targets, at, read) : undefined;
  const edits = (headed ?? pasted)!.edits;
  const targetAt = (c: number): Target =>
    isByHeading ? targets[c] : at.column + c === 0 ? 'name' : columns[at.column + c - 1];
  const unknown = headings.filter((heading, c) => heading !== '' && targets[c] === undefined);
  const nowhere = read.filter((line, r) => headed !== undefined && headed.names[r] === undefined && line.some(Boolean));
  useEffect(() => {
    dialog.current!.showModal();
    // Who has to decide how numbers are read begins above.
    if (isClear) taking.current!.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="paste-title" onCancel={onCancel} onClose={onCancel}>
      <h2 id="paste-title">{words.title}</h2>
      <p>{words.fits(body.length, width)}</p>
      <div class="grid-scroll" tabIndex={0} role="region" aria-label={words.title}>
        <PastePreview
          targets={Array.from({ length: width }, (_, c) => targetAt(c))}
          unused={isByHeading ? words.unused : ''}
          rows={read.map((cells, r) => ({
            name: headed === undefined ? placeName(section, at, r, cells) : shownKey(headed.names[r]),
            cells,
            isLost: nowhere.includes(cells),
          }))}
        />
      </div>
      {block.length > 1 && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={isHeaded}
              onChange={({ currentTarget }) => setIsHeaded(currentTarget.checked)}
            />{' '}
            {words.headings(count)}
          </label>
        </p>
      )}
      {isByHeading && unknown.length > 0 && <p class="warning">{words.unknown(unknown.join(words.between))}</p>}
      {isHeaded && !isByHeading && <p class="warning">{words.noneKnown}</p>}
      {nowhere.length > 0 && <p class="warning">{words.nowhere(nowhere.length)}</p>}
      {headed !== undefined && headed.added.length > 0 && <p>{words.added(headed.added.join(words.between))}</p>}
      {edits.length === 0 && <p>{words.nothing}</p>}
      {pasted !== undefined && pasted.lost > 0 && <p class="warning">{words.lost(pasted.lost)}</p>}
      <fieldset>
        <legend>{words.decimals}</legend>
        {(['point', 'comma'] as const).map((sign) => (
          <label key={sign}>
            <input type="radio" name="decimal" checked={decimal === sign} onChange={() => setChosen(sign)} />{' '}
            {words[sign]}
          </label>
        ))}
        <p class={isClear ? 'faint' : 'warning'}>{isClear ? words.clear : words.unclear}</p>
      </fieldset>
      <div class="dialog-actions">
        <button type="button" class="primary" ref={taking} onClick={() => onPaste(edits)}>
          {words.title}
        </button>
        <button type="button" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </dialog>
  );
}

function placeName({ rows, kind }: Section, { row, column }: Place, r: number, line: readonly string[]): string {
  return shownKey(rows[row + r]?.key ?? (kind === 'list' ? row + r : column === 0 ? line[0] : undefined));
}

function shownKey(key: string | number | undefined): string {
  return typeof key === 'number' ? String(key + 1) : (key ?? '–');
}
