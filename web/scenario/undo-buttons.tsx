import { useEffect } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';

/** Undo and redo, by button and by the usual keys. */
export function UndoButtons({ page }: { readonly page: Page }) {
  const words = usePageWords().table;
  const { canUndo, canRedo } = useCell(page.steps);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (isRedo) page.redo();
      else page.undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [page]);
  return (
    <div class="undo" role="group" aria-label={`${words.undo}, ${words.redo}`}>
      <button type="button" aria-disabled={!canUndo} title="Ctrl+Z" onClick={() => page.undo()}>
        {words.undo}
      </button>
      <button type="button" aria-disabled={!canRedo} title="Ctrl+Y" onClick={() => page.redo()}>
        {words.redo}
      </button>
    </div>
  );
}

/** A field of one line undoes its own letters until they are entered; the text of a scenario is the page's. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text' && !target.readOnly;
}
