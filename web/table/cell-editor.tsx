import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Column } from './outline.ts';

export interface CellEditorProps {
  readonly text: string;
  /** What stays where nothing is typed. */
  readonly kept: string;
  readonly label: string;
  readonly column: Column | undefined;
  readonly onInput: (text: string) => void;
  /** Ends with what is in the field. */
  readonly onLeave: () => void;
}

/** The field in which a cell is edited; keys that end it are the grid's. */
export function CellEditor({ text, kept, label, column, onInput, onLeave }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const options = useId();
  // At once: the next letter may be on its way.
  useLayoutEffect(() => {
    const element = input.current!;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <>
      <input
        ref={input}
        type="text"
        class="cell-editor"
        aria-label={label}
        value={text}
        placeholder={kept}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        {...(column?.options === undefined ? {} : { list: options })}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onBlur={onLeave}
      />
      {column?.options !== undefined && (
        <datalist id={options}>
          {column.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </>
  );
}
