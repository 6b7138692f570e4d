import type { ChineseOfLimit } from '../../families/constraint.ts';

export const channelTotal: ChineseOfLimit = {
  names: { 'channels.total.min': '总额下限', 'channels.total.max': '总额上限' },
  texts: {
    'Spend over the whole plan': '整个计划的投放',
    '{}, whole plan': '{}：整个计划',
  },
};
