import type { TargetFamily } from '../families.ts';

/** What the next unit of money brings back. */
export const marginalRoas: TargetFamily = {
  about:
    'Revenue from the next unit of money, in the channel where it brings least; with a probability, in each draw by itself.',
  side: 'atLeast',
  unit: 'ratio',
  name: 'marginal ROAS',
  chinese: {
    name: '边际 ROAS',
    texts: {
      'Revenue from the next unit of money, in the channel where it brings least; with a probability, in each draw by itself.':
        '回报最低的渠道再投一单位货币带来的收入；要求概率时，逐次模拟分别计算。',
    },
  },
};
