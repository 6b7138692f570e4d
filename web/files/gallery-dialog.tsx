import { examples, type Example } from '../examples.ts';
import { useWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import { Dialog } from '../parts/dialog.tsx';

export interface GalleryDialogProps {
  readonly onPick: (example: Example) => void;
  readonly onClose: () => void;
}

/** The examples that come with the page: the question of each, in the words of its file. */
export function GalleryDialog({ onPick, onClose }: GalleryDialogProps) {
  const words = useWords().keep;
  const said = useSaid();
  const isSaid = (example: Example) => said.examples[example.file] ?? example;
  const langOf = ({ file }: Example) => (said.examples[file] === undefined ? 'en' : undefined);
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
              <strong lang={langOf(example)}>{isSaid(example).name}</strong>
              <span class="faint">{words.channels(example.channels)}</span>
              <span lang={langOf(example)}>{isSaid(example).about}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
