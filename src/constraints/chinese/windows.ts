import type { ChineseOfLimit } from '../../families/constraint.ts';

export const windows: ChineseOfLimit = {
  names: {
    'channels.dark': '停投时段',
    'channels.only': { least: '投放时段之外', most: '投放时段之外', field: '投放时段' },
  },
  texts: {
    'Periods in which nothing is spent.': '不投放的时期。',
    'Dark periods in a row.': '连续的停投时期。',
    'The only periods in which anything is spent.': '仅在这些时期投放。',
    '{}, window': '{}：投放时段',
    '{}, dark': '{}：停投时段',
    '{}, outside its window': '{}：投放时段之外',
  },
};
