import { useRef } from 'preact/hooks';
import { examples } from '../examples.ts';
import { useWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { isEdited, selectedOf } from '../state/scenario-set.ts';
import { useCell } from '../state/use-cell.ts';

/** Where the text comes from: an example or a file; and what was pushed aside by opening it. */
export function DocumentBar({ page }: { readonly page: Page }) {
  const words = useWords().scenario;
  const selected = selectedOf(useCell(page.set));
  const picker = useRef<HTMLInputElement>(null);
  const example = examples.find(({ name }) => name === selected.name);
  return (
    <div class="document">
      <label class="grows">
        <span class="label">{words.example}</span>
        <select
          value={example?.file ?? ''}
          onChange={({ currentTarget }) => page.open(examples.find(({ file }) => file === currentTarget.value)!)}
        >
          {example === undefined && <option value="">{selected.name}</option>}
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
  const selected = selectedOf(useCell(page.set));
  const notice = useCell(page.notice);
  return (
    <p class="document-state" role="status">
      {notice?.kind === 'too large'
        ? words.tooLarge(notice.name)
        : notice?.kind === 'full'
          ? words.full
          : isEdited(selected)
            ? words.edited
            : words.hint}
    </p>
  );
}
