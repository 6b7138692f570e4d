import type { ChineseOfLimit } from '../../families/constraint.ts';

export const minIfUsed: ChineseOfLimit = {
  names: { 'channels.minIfUsed': '投放时的每期下限' },
  texts: {
    'Either nothing or at least this much per period, in currency.': '每期要么不投，要么至少投这么多。',
    '{}, minimum if used': '{}：投放时的下限',
  },
};
