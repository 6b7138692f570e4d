import type { ChineseOfLimit } from '../../families/constraint.ts';

export const maxChange: ChineseOfLimit = {
  names: {
    'channels.maxChange': { least: '相对当前的最大降幅', most: '相对当前的最大增幅', field: '相对当前的最大变化' },
  },
  texts: {
    "Largest change against today's plan in any period, as a share of it.": '任一期相对当前方案的最大变化比例。',
    '{}, largest cut': '{}：最大降幅',
    '{}, largest rise': '{}：最大增幅',
    '{}, largest change': '{}：相对当前的最大变化',
  },
};
