import type { ChineseOfLimit } from '../../families/constraint.ts';

export const group: ChineseOfLimit = {
  names: {
    'groups.total.min': '总额下限',
    'groups.total.max': '总额上限',
    'groups.perPeriod.min': '每期下限',
    'groups.perPeriod.max': '每期上限',
    'groups.share.min': '占比下限',
    'groups.share.max': '占比上限',
  },
  texts: {
    'Spend of the group over the whole plan': '该组在整个计划的投放',
    'Spend of the group per period': '该组每期的投放',
    "The group's share of all spend": '该组占全部投放的比例',
    'group {}, whole plan': '“{}”组：整个计划',
    'group {}, period {}': '“{}”组：第 {} 期',
    'group {}': '“{}”组',
  },
};
