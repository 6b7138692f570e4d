import { cell, type Cell } from './cell.ts';

/** How the scenario is shown: as tables and forms, or as the text of its file. */
export type View = 'table' | 'text';

const KEPT_AS = 'apportion.view';

/** The way chosen before, else tables; setting it is remembered where the browser remembers anything. */
export function openView(): Cell<View> {
  const view = cell<View>(remembered() === 'text' ? 'text' : 'table');
  view.watch(() => {
    try {
      localStorage.setItem(KEPT_AS, view.get());
    } catch {
      // the browser may refuse
    }
  });
  return view;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
