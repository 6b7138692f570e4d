import type { TargetFamily } from '../families/target.ts';

/** When profit has paid back what was spent. */
export const payback: TargetFamily = {
  about: 'Periods until expected profit has paid back all cost for good.',
  side: 'atMost',
  unit: 'periods',
  name: 'payback',
};
