import type { ComponentChildren, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { OpenFile } from './open-file.tsx';

export interface TextFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly words: {
    readonly label: string;
    /** In the place of the label while a file is dragged over it. */
    readonly drop: string;
    readonly hint: string;
    readonly open: string;
    readonly tooLarge: string;
  };
  /** Endings of files that are offered, such as `.csv,.txt`. */
  readonly accept: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
  /** Buttons after the one that opens a file. */
  readonly children?: ComponentChildren;
}

/** Characters, and bytes of a file: more than a table of a thousand channels in every week of ten years has. */
const LARGEST = 5_000_000;

/** A text that is typed, pasted, dropped or opened from a file. */
export function TextField({ field, value, words, accept, fault, onChange, children }: TextFieldProps) {
  const [isOver, setIsOver] = useState(false);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const hint = useId();
  const take = (text: string, size = text.length) => {
    setIsTooLarge(size > LARGEST);
    if (size <= LARGEST) onChange(text);
  };
  const read = async (file: File) => take(file.size > LARGEST ? '' : await file.text(), file.size);
  const told = isTooLarge ? words.tooLarge : fault;
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
        <span class="label">{isOver ? words.drop : words.label}</span>
        <textarea
          ref={field}
          rows={8}
          value={value}
          spellcheck={false}
          wrap="off"
          aria-invalid={told !== undefined}
          aria-describedby={hint}
          onInput={({ currentTarget }) => take(currentTarget.value)}
        />
      </label>
      <p class="note" id={hint}>
        {words.hint}
      </p>
      {told !== undefined && (
        <p class="error" role="alert">
          {told}
        </p>
      )}
      <div class="actions">
        <OpenFile label={words.open} accept={accept} onFile={(file) => void read(file)} />
        {children}
      </div>
    </div>
  );
}
