import { useRef, useState } from 'preact/hooks';
import { useImportWords } from './use-import-words.ts';

/** Lets several files be picked at once, or dropped. */
export function FileChooser({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
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
        <button type="button" onClick={() => picker.current?.click()}>
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
