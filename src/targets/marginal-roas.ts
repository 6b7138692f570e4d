import type { TargetFamily } from '../families.ts';

/** What the next unit of money brings back. */
export const marginalRoas: TargetFamily = {
  about: 'Revenue from the next unit of money, in the channel where it brings least.',
  side: 'atLeast',
  unit: 'ratio',
  noChance: {
    message: 'cannot be asked of marginalRoas, which is a figure of all draws together',
    advice:
      'Remove it, or ask for the chance of a figure that each draw has: `{ metric: roas, atLeast: …, probability: … }`.',
  },
  name: 'marginal ROAS',
  chinese: {
    name: '边际 ROAS',
    texts: {
      'Revenue from the next unit of money, in the channel where it brings least.':
        '回报最低的渠道再投一单位货币带来的收入。',
      'cannot be asked of marginalRoas, which is a figure of all draws together':
        '不能对 marginalRoas 这样要求：它是所有模拟合在一起的数字',
      'Remove it, or ask for the chance of a figure that each draw has: `{ metric: roas, atLeast: …, probability: … }`.':
        '请删除，或改为每次模拟都有的指标的概率：`{ metric: roas, atLeast: …, probability: … }`。',
    },
  },
};
