import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { ChosenFiles } from './chosen-files.tsx';
import look from './import.css?url';
import { FileChooser } from './file-chooser.tsx';
import { FoundSection } from './found-section.tsx';
import { createImport, type ImportState } from './import-state.ts';
import { Meanings } from './meanings.tsx';
import { PlanQuestions } from './plan-questions.tsx';
import { ResultSection } from './result-section.tsx';
import { StateLine } from './state-line.tsx';
import { useImportWords } from './use-import-words.ts';

export interface ImportDialogProps {
  readonly page: Page;
  /** That were dropped on the page. */
  readonly dropped: readonly File[];
  /** What was chosen before and is not used yet: it outlives this window. */
  readonly kept: { current: ImportState | null };
  readonly onClose: () => void;
}

const startWorker = () => new Worker(new URL('./exports.worker.ts', import.meta.url), { type: 'module' });

/** Exports of other programs, chosen together: what they are, how they join, what is doubtful, and the scenario they make. */
export function ImportDialog({ page, dropped, kept, onClose }: ImportDialogProps) {
  const words = useImportWords();
  const { full } = usePageWords().scenario;
  const { viewOnly } = usePageWords().keep;
  const [state] = useState(() => (kept.current ??= createImport(startWorker, words.language)));
  const [refused, setRefused] = useState<string>();
  const chooser = useRef<HTMLButtonElement>(null);
  useEffect(() => state.speak(words.language), [words]);
  useEffect(() => {
    if (dropped.length > 0) state.add(dropped);
  }, [dropped]);
  const { joined, issues, isPending } = useCell(state.outcome);
  const hasFiles = useCell(state.files).length > 0;
  const canUse = joined !== undefined && issues.length === 0 && !isPending;
  const use = () => {
    if (!canUse) return;
    page.open({ name: 'import.yaml', text: joined.scenario });
    const notice = page.notice.get()?.kind;
    // What was chosen stays until it can be opened.
    if (notice !== undefined) return setRefused(notice === 'view only' ? viewOnly : full);
    state.clear();
    onClose();
  };
  return (
    <Dialog class="import" title={words.title} onClose={onClose}>
      <link rel="stylesheet" href={look} />
      {dropped.length > 0 && <p class="fine">{words.dropped(dropped.length)}</p>}
      <p>{words.about}</p>
      <FileChooser button={chooser} onFiles={state.add} />
      <ChosenFiles state={state} chooser={chooser} />
      <StateLine state={state} />
      {joined !== undefined && (
        <>
          <PlanQuestions state={state} joined={joined} />
          <Meanings state={state} joined={joined} />
        </>
      )}
      {/* What was found before is not what is refused now; what was asked stays, to be answered otherwise. */}
      {joined !== undefined && issues.length === 0 && (
        <>
          <FoundSection joined={joined} />
          <ResultSection joined={joined} />
        </>
      )}
      <div class="dialog-actions">
        <button type="button" class="primary" aria-disabled={!canUse} onClick={use}>
          {words.use}
        </button>
        {hasFiles && (
          <button
            type="button"
            onClick={() => {
              state.clear();
              chooser.current?.focus();
            }}
          >
            {words.clear}
          </button>
        )}
        <p class="note">{words.useHint}</p>
        {refused !== undefined && (
          <p class="error" role="alert">
            {refused}
          </p>
        )}
      </div>
    </Dialog>
  );
}
