import type { ChineseOfLimit } from '../../families/constraint.ts';

export const budget: ChineseOfLimit = {
  names: {
    'budget.total': '总预算',
    'budget.atLeast': '预算下限',
    'budget.atMost': '预算上限',
    'budget.perPeriod': '每期预算',
    'budget.perPeriodAtMost': '每期预算上限',
  },
  texts: {
    'total budget': '总预算',
    'budget, at least': '预算下限',
    'budget, at most': '预算上限',
    'budget of period {}': '第 {} 期预算',
  },
};
