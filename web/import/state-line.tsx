import { useCell } from '../state/use-cell.ts';
import type { ImportState } from './import-state.ts';
import { IssueLines } from './issue-lines.tsx';
import { FIELDS } from './plan-questions.tsx';
import { useImportWords } from './use-import-words.ts';

/** How far it is, for those who do not see it as well; and why nothing can be made of the files. */
export function StateLine({ state }: { readonly state: ImportState }) {
  const { state: words } = useImportWords();
  const files = useCell(state.files);
  const { joined, issues, isPending } = useCell(state.outcome);
  const reading = files.filter((file) => file.reading.status === 'reading').length;
  const read = files.filter((file) => file.reading.status === 'read').length;
  // What is wrong with an answer is said where it was given.
  const others = issues.filter(({ path }) => !FIELDS.some((field) => field === path));
  const isDone = reading === 0 && !isPending && joined !== undefined && issues.length === 0;
  return (
    <>
      <p role="status" class={isDone ? 'fine' : 'note'}>
        {reading > 0 && words.reading(reading)}
        {reading === 0 && isPending && words.joining}
        {isDone && words.done(joined.channels.length, read)}
      </p>
      {others.length > 0 && (
        <div class="error" role="alert">
          {words.refused} <IssueLines issues={others} named />
        </div>
      )}
    </>
  );
}
