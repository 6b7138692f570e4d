import type { ChineseOfLimit } from '../../families/constraint.ts';

export const maxStep: ChineseOfLimit = {
  names: {
    'channels.maxStep': { least: '逐期最大降幅', most: '逐期最大增幅', field: '逐期最大变化' },
    'channels.maxStepAmount': { least: '逐期最大降额', most: '逐期最大增额', field: '逐期最大变动额' },
  },
  texts: {
    'Largest change from one period to the next, as a share of the earlier; a channel at nothing stays at nothing.':
      '相邻两期的最大变化，占前一期的比例；为零的渠道保持为零。',
    'Largest change from one period to the next, in currency.': '相邻两期的最大变化金额。',
    '{}, largest step': '{}：逐期最大变化',
    '{}, largest step in money': '{}：逐期最大变动额',
    '{}, step down': '{}：逐期最大降幅',
    '{}, step up': '{}：逐期最大增幅',
    '{}, step down in money': '{}：逐期最大降额',
    '{}, step up in money': '{}：逐期最大增额',
    'step down': '逐期最大降幅',
    'step up': '逐期最大增幅',
    'step down in money': '逐期最大降额',
    'step up in money': '逐期最大增额',
    'in every period': '在每一期',
    'from there on': '自那以后',
    'keeps the channel at nothing {}, since it gets nothing in some period and a share of nothing is nothing':
      '使该渠道{}为零，因为它在某一期为零，而零的任何比例仍是零',
    'Limit steps in money with `maxStepAmount`.': '请用 `maxStepAmount` 以金额限制变化。',
  },
};
