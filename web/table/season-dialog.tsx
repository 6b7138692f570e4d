import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { highestOf, indicesIn, indexAt, seasonText, STEP } from './season.ts';

export interface SeasonDialogProps {
  readonly label: string;
  /** As it stands in the file. */
  readonly text: string;
  readonly onUse: (text: string) => void;
  readonly onCancel: () => void;
}

/** An index for each period as bars that are dragged, or moved with the arrow keys. */
export function SeasonDialog({ label, text, onUse, onCancel }: SeasonDialogProps) {
  const words = usePageWords().table;
  const dialog = useRef<HTMLDialogElement>(null);
  const bars = useRef<HTMLDivElement>(null);
  const [indices, setIndices] = useState(() => indicesIn(text));
  const [highest] = useState(() => highestOf(indices));
  useEffect(() => dialog.current!.showModal(), []);

  const set = (place: number, index: number) =>
    setIndices((before) => before.with(place, Math.min(highest, Math.max(0, index))));
  const draw = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const box = bars.current!.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * indices.length);
    if (place >= 0 && place < indices.length) set(place, indexAt((box.bottom - event.clientY) / box.height, highest));
  };
  return (
    <dialog ref={dialog} aria-labelledby="season-title" onCancel={onCancel} onClose={onCancel}>
      <h2 id="season-title">{words.drawTitle(label)}</h2>
      <p>{words.drawHelp}</p>
      <div
        class="season"
        ref={bars}
        style={{ '--one': `${100 / highest}%` }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event);
        }}
        onPointerMove={draw}
      >
        {indices.map((index, place) => (
          <div
            key={place}
            class="season-bar"
            role="slider"
            tabIndex={0}
            aria-label={words.period(place + 1)}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={highest}
            aria-valuenow={index}
            style={{ '--height': `${(100 * index) / highest}%` }}
            onKeyDown={(event) => {
              const by = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: 10 * STEP, PageDown: -10 * STEP }[event.key];
              if (by === undefined) return;
              event.preventDefault();
              set(place, indexAt((index + by) / highest, highest));
            }}
          >
            <span>{index}</span>
          </div>
        ))}
      </div>
      <div class="dialog-actions">
        <button type="button" class="primary" onClick={() => onUse(seasonText(indices))}>
          {words.use}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </dialog>
  );
}
