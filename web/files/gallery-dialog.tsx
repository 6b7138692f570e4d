import { useMemo } from 'preact/hooks';
import { examplesIn, type Example } from '../examples.ts';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { Dialog } from '../parts/dialog.tsx';

export interface GalleryDialogProps {
  readonly onPick: (example: Example) => void;
  readonly onClose: () => void;
}

/** The examples that come with the page, and the question of each. */
export function GalleryDialog({ onPick, onClose }: GalleryDialogProps) {
  const { code, keep: words } = usePageWords();
  const said = useSaid();
  const examples = useMemo(() => examplesIn(code), [code]);
  return (
    <Dialog title={words.examplesTitle} onClose={onClose}>
      <ul class="gallery">
        {examples.map((example) => (
          <li key={example.file}>
            <button
              type="button"
              onClick={() => {
                onPick(example);
                onClose();
              }}
            >
              <strong>{example.name}</strong>
              <span class="faint">{words.channels(example.channels)}</span>
              <span lang={said.examples[example.file] === undefined ? 'en' : undefined}>
                {said.examples[example.file] ?? example.about}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
