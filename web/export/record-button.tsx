import { useWords } from '../languages/language.ts';
import { download } from '../pictures/download.ts';
import type { Result } from '../state/runs.ts';
import { writtenFile } from './written-file.ts';

export interface RecordButtonProps {
  readonly result: Result;
  /** Of what is saved, without an ending. */
  readonly name: string;
  /** Name of the scenario in the record. */
  readonly file: string;
  readonly onFailure: (message: string | undefined) => void;
}

/** Saves the decision as a record that can be checked later, here or by `apportion verify`. */
export function RecordButton({ result, name, file, onFailure }: RecordButtonProps) {
  const { record: words } = useWords().result;
  const { report, text, settings, isStopped } = result;
  const save = async () => {
    onFailure(undefined);
    if (isStopped) return onFailure(words.stopped);
    const decided = {
      command: 'optimize',
      // As the page runs it.
      options: { ...settings, ranges: true },
      files: [{ name: file, text }],
      report,
      made: new Date().toISOString(),
    } as const;
    try {
      download(`${name}-record.json`, await writtenFile({ kind: 'record', decided }));
    } catch (thrown) {
      onFailure(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <button type="button" class="quiet" aria-label={words.save} onClick={() => void save()}>
      {words.short}
    </button>
  );
}
