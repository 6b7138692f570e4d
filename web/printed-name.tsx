import type { Page } from './state/page.ts';
import { selectedOf, titleOf } from './state/scenario-set.ts';
import { useCell } from './state/use-cell.ts';

/** What a sheet of paper is about: on a screen the tabs of scenarios say so. */
export function PrintedName({ page }: { readonly page: Page }) {
  return <p class="printed">{titleOf(selectedOf(useCell(page.set)))}</p>;
}
