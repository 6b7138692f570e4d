import { useRef } from 'preact/hooks';
import { examples } from '../examples.ts';
import { useWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';

/** Where the text comes from: an example or a file; and what was pushed aside by opening it. */
export function DocumentBar({ page }: { readonly page: Page }) {
  const words = useWords().scenario;
  const opened = useCell(page.opened);
  const picker = useRef<HTMLInputElement>(null);
  const example = examples.find(({ name }) => name === opened.name);
  return (
    <div class="document">
      <label class="grows">
        <span class="label">{words.example}</span>
        <select
          value={example?.file ?? ''}
          onChange={({ currentTarget }) => page.open(examples.find(({ file }) => file === currentTarget.value)!)}
        >
          {example === undefined && <option value="">{opened.name}</option>}
          {examples.map(({ file, name }) => (
            <option key={file} value={file}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => picker.current?.click()}>
        {words.open}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".yaml,.yml,.json"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) void page.openFile(file);
          currentTarget.value = ''; // so that the same file can be opened again
        }}
      />
      <DocumentState page={page} />
    </div>
  );
}

function DocumentState({ page }: { readonly page: Page }) {
  const words = useWords().scenario;
  const edited = useCell(page.text) !== useCell(page.opened).text;
  const setAside = useCell(page.setAside);
  const tooLarge = useCell(page.tooLarge);
  return (
    <p class="document-state" role="status">
      {tooLarge !== undefined ? (
        words.tooLarge(tooLarge)
      ) : setAside !== undefined ? (
        <>
          {words.setAside(setAside.name)}{' '}
          <button type="button" class="link" onClick={() => page.bringBack()}>
            {words.bringBack}
          </button>
        </>
      ) : edited ? (
        words.edited
      ) : (
        words.hint
      )}
    </p>
  );
}
