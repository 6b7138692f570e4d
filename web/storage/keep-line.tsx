import { usePageWords } from '../languages/language.ts';
import { useCell } from '../state/use-cell.ts';
import type { Keeper } from './keeper.ts';

/** Whether what one sees is kept, and what to do when another tab has changed it. */
export function KeepLine({ keeper }: { readonly keeper: Keeper }) {
  const words = usePageWords().keep;
  const state = useCell(keeper.state);
  if (state.status !== 'behind') {
    return <span class={state.status === 'unavailable' ? 'warning' : 'faint'}>{words[state.status]}</span>;
  }
  return (
    <span class="behind" role="alert">
      <strong>{words.behind}</strong> {words.behindAdvice}{' '}
      <button type="button" onClick={() => keeper.takeTheirs()}>
        {words.takeTheirs}
      </button>{' '}
      <button type="button" onClick={() => void keeper.keepMine()}>
        {words.keepMine}
      </button>
    </span>
  );
}
