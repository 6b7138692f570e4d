import type { ChineseOfLimit } from '../../families/constraint.ts';

export const mostChannels: ChineseOfLimit = {
  names: { mostChannels: '渠道数上限', 'groups.mostUsed': '渠道数上限' },
  texts: {
    'Channels that get anything over the plan, at most.': '在计划期得到投放的渠道数上限。',
    'Channels of the group that get anything over the plan, at most.': '组内在计划期得到投放的渠道数上限。',
    'number of channels': '渠道数',
    'group {}, number of channels': '“{}”组：渠道数',
    'Raise it, or lower what {} must get.': '请提高它，或降低 {} 必须得到的金额。',
    'must be {} or more: so many channels must get something, got {}': '不得小于 {}：有这么多渠道必须投放，现为 {}',
    'limits nothing: there is only one channel': '没有限制作用：只有一个渠道',
    'limits nothing: there are {} channels': '没有限制作用：共有 {} 个渠道',
  },
};
