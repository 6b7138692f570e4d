import { usePageWords } from '../languages/language.ts';
import type { Cell } from '../state/cell.ts';
import { useCell } from '../state/use-cell.ts';
import type { View } from '../state/view.ts';

const VIEWS: readonly View[] = ['table', 'text'];

/** Chooses between tables and text. */
export function ViewSwitch({ view }: { readonly view: Cell<View> }) {
  const words = usePageWords().table;
  const shown = useCell(view);
  return (
    <div class="view-switch" role="group" aria-label={words.views}>
      {VIEWS.map((one) => (
        <button key={one} type="button" aria-pressed={one === shown} onClick={() => view.set(one)}>
          {words[one]}
        </button>
      ))}
    </div>
  );
}
