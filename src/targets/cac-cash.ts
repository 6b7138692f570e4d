import type { TargetFamily } from '../families.ts';

/** What a customer costs, without people's time. */
export const cacCash: TargetFamily = {
  about: 'Cost of winning a customer, in money.',
  side: 'atMost',
  unit: 'money',
  ofTotals: { of: 'cashCost', per: 'customers' },
  name: 'cost of a customer (CAC, cash)',
  chinese: {
    name: '获客成本（现金）',
    texts: {
      'Cost of winning a customer, in money.': '获得一位客户的现金成本。',
    },
  },
};
