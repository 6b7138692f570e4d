import { quantile } from '../../distributions/distribution.ts';
import type { Quantity } from '../quantity/types.ts';

/** Value of a quantity that is exceeded with probability 1 - `p`; undefined for a formula, whose values come with the draws. */
export function levelOf(quantity: Quantity, p: number): number | undefined {
  if (quantity.kind === 'constant') return quantity.value;
  return quantity.kind === 'uncertain' ? quantile(quantity.distribution, p) : undefined;
}
