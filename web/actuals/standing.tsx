import type { CountOutturn } from '../../src/finance/plan-against-actuals.ts';
import { useActualsWords } from './use-actuals-words.ts';

/** Says that a count lies outside the range in which it was to be expected. */
export function Standing({ standing }: { readonly standing: Exclude<CountOutturn['standing'], 'within'> }) {
  const { standings } = useActualsWords().outturn;
  return <span class={`verdict ${standing === 'below' ? 'missed' : 'reached'}`}>{standings[standing]}</span>;
}
