import type { ChineseOfLimit } from '../../families/constraint.ts';

export const concentration: ChineseOfLimit = {
  names: {
    'concentration.maxShare': {
      least: '{}：单一渠道最大占比',
      most: '{}：单一渠道最大占比',
      field: '单一渠道最大占比',
    },
    'concentration.herfindahl': '集中度（赫芬达尔指数）上限',
  },
  texts: {
    'How much the plan may depend on few channels.': '方案可以多大程度依赖少数渠道。',
    'Share of all spend that any one channel gets, at most, from 0 to 1.': '任一渠道占全部投放的比例上限，0 到 1。',
    'Sum of the squared shares of all channels (Herfindahl index), at most: 1 is all in one channel, 0.25 four in equal parts.':
      '所有渠道占比的平方和（赫芬达尔指数）上限：1 表示全在一个渠道，0.25 表示四个渠道平分。',
    '{}, largest share of one channel': '{}：单一渠道最大占比',
    'concentration (Herfindahl index), at most': '集中度（赫芬达尔指数）上限',
    'largest share of one channel': '单一渠道最大占比',
    'must be {} or more, got {}: one channel alone has all spend': '不得小于 {}，现为 {}：唯一的渠道占全部投放',
    'must be {} or more, got {}: {} channels can do no better than equal shares':
      '不得小于 {}，现为 {}：{} 个渠道最分散也只能平均分配',
  },
};
