import type { TargetFamily } from '../families/target.ts';

/** What a customer costs, without people's time. */
export const cacCash: TargetFamily = {
  about: 'Cost of winning a customer, in money.',
  side: 'atMost',
  unit: 'money',
  ofTotals: { of: 'cashCost', per: 'customers' },
  name: 'cost of a customer (CAC, cash)',
};
