import type { ChineseOfLimit } from '../../families/constraint.ts';

export const fixed: ChineseOfLimit = {
  names: { 'channels.fixed': '固定金额' },
  texts: {
    'Spend per period that is settled': '每期已固定的投放',
    '{}, settled': '{}：已固定',
    'Keep `fixed`, or `min` and `max`.': '请保留 `fixed`，或保留 `min` 和 `max`。',
    'is given together with `{}`: settled spend has no other limits': '与 `{}` 同时给出：已固定的投放没有其他限制',
  },
};
