import type { ChineseOfLimit } from '../../families/constraint.ts';

export const committed: ChineseOfLimit = {
  names: { 'channels.committed': '已承诺的投放' },
  texts: {
    'Spend per period that is bought already and cannot be undone': '每期已购买且不可撤销的投放',
    '{}, committed': '{}：已承诺',
  },
};
