import type { ChineseOfLimit } from '../../families/constraint.ts';

export const change: ChineseOfLimit = {
  names: { 'channels.change.min': '总额相对当前的变化下限', 'channels.change.max': '总额相对当前的变化上限' },
  texts: {
    "Change of spend over the whole plan against today's, as a share of it: -20% is a fifth less.":
      '整个计划的投放相对当前的变化比例：-20% 表示少五分之一。',
    'The change, at least: -20% is no more than a fifth less.': '变化的下限：-20% 表示最多少五分之一。',
    'The change, at most: 50% is no more than half as much again.': '变化的上限：50% 表示最多多一半。',
    '{}, against today': '{}：相对当前',
  },
};
