import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../languages/language.ts';
import { OpenFile } from '../parts/open-file.tsx';

export interface TableFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  /** It was asked about, and there is nothing in it. */
  readonly isEmpty: boolean;
  readonly onChange: (value: string) => void;
  readonly onExample: () => void;
  readonly onSave: () => void;
}

/** Bytes: more than a thousand channels in every week of ten years. */
const LARGEST = 5_000_000;

/** A table as text: pasted, dropped, opened from a file, or the example. */
export function TableField({ field, value, isEmpty, onChange, onExample, onSave }: TableFieldProps) {
  const words = useWords().views.actuals;
  const [isOver, setIsOver] = useState(false);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const read = async (file: File) => {
    setIsTooLarge(file.size > LARGEST);
    if (file.size <= LARGEST) onChange(await file.text());
  };
  const fault = isTooLarge ? words.tooLarge : isEmpty ? words.empty : undefined;
  return (
    <div
      class={`table-field${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault(); // so that the page does not open it as a scenario
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        event.preventDefault();
        void read(file);
      }}
    >
      <label>
        <span class="label">{isOver ? words.drop : words.table}</span>
        <textarea
          ref={field}
          rows={8}
          value={value}
          spellcheck={false}
          wrap="off"
          aria-invalid={fault !== undefined}
          aria-describedby="table-hint"
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </label>
      <p class="note" id="table-hint">
        {words.tableHint} {words.exampleHint}
      </p>
      {fault !== undefined && (
        <p class="error" role="alert">
          {fault}
        </p>
      )}
      <div class="actions">
        <OpenFile label={words.open} accept=".csv,.tsv,.txt" onFile={(file) => void read(file)} />
        <button type="button" onClick={onExample}>
          {words.example}
        </button>
        {value !== '' && (
          <button type="button" class="quiet" onClick={onSave}>
            {words.save}
          </button>
        )}
      </div>
    </div>
  );
}
