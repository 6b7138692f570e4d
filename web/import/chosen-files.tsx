import { exact } from '../../src/report/numbers/exact.ts';
import { useSaid } from '../languages/said.tsx';
import { useCell } from '../state/use-cell.ts';
import type { ChosenFile, ImportState } from './import-state.ts';
import { IssueLines } from './issue-lines.tsx';
import { useImportWords } from './use-import-words.ts';

/** Every file with what it was recognized as, or why it is not used and what to do. */
export function ChosenFiles({ state }: { readonly state: ImportState }) {
  const { files: words } = useImportWords();
  const files = useCell(state.files);
  if (files.length === 0) return null;
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
            <button type="button" class="link" aria-label={words.removeOf(name)} onClick={() => state.remove(id)}>
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
