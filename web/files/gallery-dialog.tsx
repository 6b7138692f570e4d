import { examples, type Example } from '../examples.ts';
import { useWords } from '../languages/language.ts';
import { Dialog } from '../parts/dialog.tsx';

export interface GalleryDialogProps {
  readonly onPick: (example: Example) => void;
  readonly onClose: () => void;
}

/** The examples that come with the page: the question of each, in the words of its file. */
export function GalleryDialog({ onPick, onClose }: GalleryDialogProps) {
  const words = useWords().keep;
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
              <span lang="en">{example.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
