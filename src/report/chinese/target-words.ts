import type { TargetRatio } from '../../domain.ts';
import type { Templates } from '../languages/translate.ts';

interface ChineseOfTarget {
  readonly name: string;
  /** What else is said of it, from the English. */
  readonly texts: Templates;
}

/** Figures that targets are about (`src/targets/`) in Chinese; not beside their English, which every visit to the page fetches. */
export const targetWords: Readonly<Record<TargetRatio, ChineseOfTarget>> = {
  roas: {
    name: 'ROAS',
    texts: {
      'Revenue per unit of money spent on media.': '每单位媒体投放的收入。',
    },
  },
  cacCash: {
    name: '获客成本（现金）',
    texts: {
      'Cost of winning a customer, in money.': '获得一位客户的现金成本。',
    },
  },
  cacFull: {
    name: '获客成本（含人工）',
    texts: {
      "Cost of winning a customer, people's time included.": '获得一位客户的成本，含人员时间。',
    },
  },
  marginalRoas: {
    name: '边际 ROAS',
    texts: {
      'Revenue from the next unit of money, in the channel where it brings least; with a probability, in each draw by itself.':
        '回报最低的渠道再投一单位货币带来的收入；要求概率时，逐次模拟分别计算。',
    },
  },
  satisfaction: {
    name: '客户平均满意度',
    texts: {
      'Mean satisfaction of customers acquired, over channels whose satisfaction is known.':
        '所获客户的平均满意度，只计有满意度数据的渠道。',
      'cannot be asked of satisfaction, which is a mean of all draws together':
        '不能对满意度这样要求：它是所有模拟合在一起的均值',
    },
  },
  payback: {
    name: '回本时间',
    texts: {
      'Periods until expected profit has paid back all cost for good.': '预期利润最终收回全部成本所需的期数。',
    },
  },
};
