import type { TargetFamily } from '../families.ts';

/** How satisfied the customers are that the plan acquires. */
export const satisfaction: TargetFamily = {
  about: 'Mean satisfaction of customers acquired, over channels whose satisfaction is known.',
  side: 'atLeast',
  unit: 'ratio',
  noChance: {
    message: 'cannot be asked of satisfaction, which is a mean of all draws together',
    advice: 'Remove it.',
  },
  name: 'mean satisfaction of customers',
  chinese: {
    name: '客户平均满意度',
    texts: {
      'Mean satisfaction of customers acquired, over channels whose satisfaction is known.':
        '所获客户的平均满意度，只计有满意度数据的渠道。',
      'cannot be asked of satisfaction, which is a mean of all draws together':
        '不能对满意度这样要求：它是所有模拟合在一起的均值',
    },
  },
};
