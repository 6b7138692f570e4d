import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { AddField } from './add-field.tsx';
import { cellEdit, shownColumns } from './grid-model.ts';
import { pathLabel } from '../../src/report/languages/field-label.ts';
import type { CellContent, Column, Row } from './outline.ts';
import { SeasonButton } from './season-button.tsx';
import { useEcho } from './use-echo.ts';
import { NO_CELL, type GridProps } from './use-grid.ts';

/** A set of fields as a form: what is in the file, and what could be added. */
export function FieldsForm({ page, outline, section, isFrozen }: GridProps) {
  const [asked, setAsked] = useState<readonly Column[]>([]);
  const columns = shownColumns(section, asked);
  const row = section.rows[0];
  if (row === undefined) return null;
  return (
    <div class="fields-form">
      {columns.map((column) => (
        <FormField
          key={column.key}
          column={column}
          row={row}
          currency={outline.currency}
          isFrozen={isFrozen}
          isNew={column.key === asked.at(-1)?.key}
          onSet={(text) => void page.apply([cellEdit(row, column, text)])}
          onFix={(content) => content.fault?.fix && void page.apply([content.fault.fix.edit])}
        />
      ))}
      {section.faults.map(({ message, advice }) => (
        <p key={message} class="error">
          <FaultText message={message} advice={advice} />
        </p>
      ))}
      {!isFrozen && <AddField section={section} shown={columns} onAdd={(column) => setAsked([...asked, column])} />}
    </div>
  );
}

interface FormFieldProps {
  readonly column: Column;
  readonly row: Row;
  readonly currency: string;
  readonly isFrozen: boolean;
  /** Asked for just now: one goes on there. */
  readonly isNew: boolean;
  readonly onSet: (text: string) => void;
  readonly onFix: (content: CellContent) => void;
}

function FormField({ column, row, currency, isFrozen, isNew, onSet, onFix }: FormFieldProps) {
  const { table: words, fields, code } = usePageWords();
  const { say, values } = useSaid();
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const goThere = () => field.current!.querySelector<HTMLElement>('input, select')!.focus();
  useLayoutEffect(() => {
    if (isNew) goThere();
  }, []);
  const content = row.cells[column.key] ?? NO_CELL;
  /** What was typed, over which text of the file: it is shown until the file says something else. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string }>();
  const typed = draft?.over === content.text ? draft.text : undefined;
  const echo = useEcho(typed, column, currency);
  const said = echo ?? content.words?.[code];
  const label = pathLabel(column.path, fields);
  // What stands in the field, which may be ahead of what was drawn: keys may follow each other faster than that.
  const commit = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const text = currentTarget.value.trim();
    if (text === content.text.trim()) setDraft(undefined);
    else onSet(text);
  };
  return (
    <div
      ref={field}
      class={['form-field', content.fault?.severity, content.follows && 'follows'].filter(Boolean).join(' ')}
    >
      <label for={id} title={say(column.about)}>
        {label}
      </label>
      {column.kind === 'choice' ? (
        <select
          id={id}
          disabled={isFrozen}
          value={content.text}
          aria-describedby={`${id}-said`}
          onChange={({ currentTarget }) => onSet(currentTarget.value)}
        >
          {['', ...new Set([content.text, ...(column.options ?? [])])]
            .filter((one, k) => k === 0 || one !== '')
            .map((one) => (
              <option key={one} value={one}>
                {Object.hasOwn(values, one) ? `${values[one]} (${one})` : one}
              </option>
            ))}
        </select>
      ) : (
        <input
          id={id}
          type="text"
          readOnly={isFrozen}
          value={typed ?? content.text}
          list={column.options && `${id}-options`}
          aria-invalid={content.fault?.severity === 'error'}
          aria-describedby={`${id}-said`}
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => setDraft({ text: currentTarget.value, over: content.text })}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) commit(event);
            if (event.key === 'Escape') setDraft(undefined);
          }}
        />
      )}
      {column.options !== undefined && column.kind !== 'choice' && (
        <datalist id={`${id}-options`}>
          {column.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {column.kind === 'season' && !isFrozen && <SeasonButton label={label} text={content.text} onDraw={onSet} />}
      <p id={`${id}-said`} class="said">
        {content.fault !== undefined ? (
          <FaultText message={content.fault.message} advice={content.fault.advice} />
        ) : (
          (said ?? (content.follows ? words.follows : ''))
        )}{' '}
        {content.fault?.fix !== undefined && (
          <button
            type="button"
            class="fix"
            onClick={() => {
              goThere(); // the button goes once it is pressed
              onFix(content);
            }}
          >
            {words.fix(content.fault.fix.label)}
          </button>
        )}
      </p>
    </div>
  );
}
