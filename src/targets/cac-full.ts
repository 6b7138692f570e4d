import type { TargetFamily } from '../families.ts';

/** What a customer costs, people's time included. */
export const cacFull: TargetFamily = {
  about: "Cost of winning a customer, people's time included.",
  side: 'atMost',
  unit: 'money',
  ofTotals: { of: 'fullCost', per: 'customers' },
  name: 'cost of a customer (CAC, full)',
  chinese: {
    name: '获客成本（含人工）',
    texts: {
      "Cost of winning a customer, people's time included.": '获得一位客户的成本，含人员时间。',
    },
  },
};
