import type { ChineseOfLimit } from '../../families/constraint.ts';

export const ratio: ChineseOfLimit = {
  names: { 'ratios.min': '“{}”比例的下限', 'ratios.max': '“{}”比例的上限' },
  texts: {
    'How much one channel or group gets for each unit of money in another.':
      '一个渠道或组相对另一个每单位货币得到多少。',
    'One ratio, over the whole plan unless it is said to be per period.': '一个比例，默认针对整个计划，除非注明按期。',
    'Channel or group that is compared.': '被比较的渠道或组。',
    'Channel or group that it is compared to.': '与之比较的渠道或组。',
    'Money in the first for each unit of money in the second, at least.': '第二者每单位货币对应第一者的金额，下限。',
    'Money in the first for each unit of money in the second, at most.': '第二者每单位货币对应第一者的金额，上限。',
    'True: in every period; without it over the whole plan.': 'true：在每一期；省略时针对整个计划。',
    'ratio {}': '“{}”比例',
    'channel or group': '渠道或渠道组',
    'Give the group another name.': '请为渠道组换一个名称。',
    'could be the channel `{}` or the group of the same name': '可能指渠道 `{}`，也可能指同名的渠道组',
    'is `{}`, which would be compared with itself': '是 `{}`，等于与自身比较',
    'does not say what the ratio should be': '没有说明比例应为多少',
    'Give `min`, `max` or both.': '请给出 `min`、`max` 或两者。',
  },
};
