import type { RefObject } from 'preact';
import { exact } from '../../src/report/numbers/exact.ts';
import { useSaid } from '../languages/said.tsx';
import { useCell } from '../state/use-cell.ts';
import type { ChosenFile, ImportState } from './import-state.ts';
import { IssueLines } from './issue-lines.tsx';
import { useImportWords } from './use-import-words.ts';

export interface ChosenFilesProps {
  readonly state: ImportState;
  /** Where one goes on when the last file is removed. */
  readonly chooser: RefObject<HTMLButtonElement | null>;
}

/** Every file with what it was recognized as, or why it is not used and what to do. */
export function ChosenFiles({ state, chooser }: ChosenFilesProps) {
  const { files: words } = useImportWords();
  const files = useCell(state.files);
  if (files.length === 0) return null;
  // The button that was pressed goes away with its file.
  const remove = (id: number, line: Element | null) => {
    const beside = (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector('button');
    (beside ?? chooser.current)?.focus();
    state.remove(id);
  };
  return (
    <section>
      <h3>{words.title}</h3>
      <ul class="chosen">
        {files.map(({ id, name, reading }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <Reading reading={reading} />
            </div>
            <button
              type="button"
              class="link"
              aria-label={words.removeOf(name)}
              onClick={({ currentTarget }) => remove(id, currentTarget.closest('li'))}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reading({ reading }: Pick<ChosenFile, 'reading'>) {
  const { files: words } = useImportWords();
  const { say } = useSaid();
  if (reading.status === 'reading') return <p class="note">{words.reading}</p>;
  if (reading.status === 'read') {
    return reading.found.map(({ name, sheet, rows }, k) => (
      <p key={k}>{words.found(say(name), exact(rows, 'count'), sheet)}</p>
    ));
  }
  if (reading.status === 'lost') return <p class="error">{words.lost(reading.reason)}</p>;
  return (
    <div class="error">
      {words.notUsed} <IssueLines issues={reading.issues} />
    </div>
  );
}
