import type { ChineseOfLimit } from '../../families/constraint.ts';

export const pattern: ChineseOfLimit = {
  names: {
    'channels.pattern': '投放节奏',
    pattern: { least: '{}：投放节奏', most: '{}：投放节奏', field: '投放节奏' },
  },
  texts: {
    'How spend is spread over periods, so that only its level is decided': '投放如何在各期间分配，从而只需决定总量',
    'How spend of every channel without a pattern of its own is spread over periods, so that only levels are decided':
      '没有自己投放节奏的渠道如何在各期间分配，从而只需决定总量',
    '{}, pattern': '{}：投放节奏',
    '{}, period {}, pattern': '{}：第 {} 期投放节奏',
    "Give `plan`, today's spend per period, or give the channel a pattern of its own.":
      '请给出 `plan`（当前每期投放），或为该渠道单独给出投放节奏。',
    'nothing is spent there today': '当前没有投放',
    'every weight is 0': '所有权重都是 0',
    'gets nothing under `pattern`': '按 `pattern` 分配到的是零',
    'keeps the channel at nothing': '使该渠道一直为零',
    '{}, since {}': '{}，因为{}',
  },
};
