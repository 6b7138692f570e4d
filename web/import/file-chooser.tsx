import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useImportWords } from './use-import-words.ts';

export interface FileChooserProps {
  /** What is pressed to pick files. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Lets several files be picked at once, or dropped. */
export function FileChooser({ button, onFiles }: FileChooserProps) {
  const words = useImportWords();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      class={`choosing${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault(); // so that the page does not open them one by one
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        event.preventDefault();
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>
        <button type="button" ref={button} onClick={() => picker.current?.click()}>
          {words.choose}
        </button>{' '}
        {words.drop}
      </p>
      <p class="note">{words.formats}</p>
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.json"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
    </div>
  );
}
