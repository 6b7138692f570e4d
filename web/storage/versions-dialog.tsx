import { useEffect, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { titleOf, type ScenarioSet } from '../state/scenario-set.ts';
import type { Keeper } from './keeper.ts';
import type { Version } from './store.ts';

export interface VersionsDialogProps {
  readonly keeper: Keeper;
  readonly onRestore: (set: ScenarioSet) => void;
  readonly onClose: () => void;
}

/** What the scenarios were before, to be brought back. */
export function VersionsDialog({ keeper, onRestore, onClose }: VersionsDialogProps) {
  const { keep: words, code } = usePageWords();
  const [versions, setVersions] = useState<readonly Version[]>();
  useEffect(() => {
    void keeper.flush().then(() => keeper.versions().then(setVersions));
  }, [keeper]);
  const time = new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Dialog title={words.versionsTitle} onClose={onClose}>
      <p class="faint">{versions?.length === 0 ? words.noVersions : words.restoreNote}</p>
      <ul class="versions">
        {versions?.map(({ at, set }) => (
          <li key={`${at} ${set.selected}`}>
            <span>
              <strong>{time.format(at)}</strong>
              {/* Names have commas in them. */}
              <span class="faint"> {words.scenarios(set.scenarios.length)} · </span>
              {set.scenarios.map(titleOf).join(' · ')}
            </span>
            <button
              type="button"
              onClick={() => {
                onRestore(set);
                onClose();
              }}
            >
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
