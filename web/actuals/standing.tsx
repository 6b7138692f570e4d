import type { CountOutturn } from '../../src/finance/plan-against-actuals.ts';
import { useWords } from '../languages/language.ts';

/** Says that a count lies outside the range in which it was to be expected. */
export function Standing({ standing }: { readonly standing: Exclude<CountOutturn['standing'], 'within'> }) {
  const { standings } = useWords().views.actuals.outturn;
  return <span class={`verdict ${standing === 'below' ? 'missed' : 'reached'}`}>{standings[standing]}</span>;
}
