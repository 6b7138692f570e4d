import { useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { later } from '../parts/later.tsx';

const SeasonDialog = later(async () => (await import('./season-dialog.tsx')).SeasonDialog);

export interface SeasonButtonProps {
  readonly label: string;
  readonly text: string;
  readonly onDraw: (text: string) => void;
}

/** Opens a season for drawing; a formula is not drawn, and gives way to what is. */
export function SeasonButton({ label, text, onDraw }: SeasonButtonProps) {
  const words = usePageWords().table;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" class="draw" onClick={() => setIsOpen(true)}>
        {words.draw}
      </button>
      {isOpen && (
        <SeasonDialog
          label={label}
          text={text}
          onUse={(drawn) => {
            setIsOpen(false);
            onDraw(drawn);
          }}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
