import type { TargetFamily } from '../families/target.ts';

/** What a customer costs, people's time included. */
export const cacFull: TargetFamily = {
  about: "Cost of winning a customer, people's time included.",
  side: 'atMost',
  unit: 'money',
  ofTotals: { of: 'fullCost', per: 'customers' },
  name: 'cost of a customer (CAC, full)',
};
