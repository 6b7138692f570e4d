import type { TargetFamily } from '../families/target.ts';

/** What comes back for each unit of money spent on media. */
export const roas: TargetFamily = {
  about: 'Revenue per unit of money spent on media.',
  side: 'atLeast',
  unit: 'ratio',
  ofTotals: { of: 'revenue', per: 'media' },
  name: 'ROAS',
};
