import type { ChineseOfLimit } from '../../families/constraint.ts';

export const perPeriod: ChineseOfLimit = {
  names: { 'channels.min': '每期下限', 'channels.max': '每期上限' },
  texts: {
    'Least spend per period': '每期最低投放',
    'Largest spend per period': '每期最高投放',
  },
};
