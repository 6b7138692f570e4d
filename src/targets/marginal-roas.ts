import type { TargetFamily } from '../families/target.ts';

/** What the next unit of money brings back. */
export const marginalRoas: TargetFamily = {
  about:
    'Revenue from the next unit of money, in the channel where it brings least; with a probability, in each draw by itself.',
  side: 'atLeast',
  unit: 'ratio',
  name: 'marginal ROAS',
};
