import { chartWordsZh } from '../../src/pictures/words-zh.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import type { Dictionary } from './dictionary.ts';
import { views } from './zh-views.ts';
import { zhPage } from './zh-page.ts';

export const zh: Dictionary = {
  ...zhPage,
  result: {
    ...resultWordsZh,
    saveAs: (format) => `保存报告（${format}）`,
    notSaved: (message) => `无法写出文件：${message}`,
    record: {
      short: '记录',
      save: '保存决策记录',
      stopped: '被停止的搜索下次会找到别的方案。请让搜索运行到结束，再保存记录。',
    },
    picture: {
      title: '利润的可能结果',
      today: '当前',
      recommended: '推荐',
      nearest: '最接近',
      describe: (currency, spreads) =>
        [
          `各利润区间的模拟占比，单位 ${currency}。`,
          ...spreads.map(
            ({ name, mean, range: [from, to] }) => `${name}：均值 ${mean}，90% 的情形在 ${from} 到 ${to} 之间。`,
          ),
        ].join(''),
      axis: (currency) => `利润，${currency}`,
      key: '均值与 90% 的情形所在区间',
      loss: '亏损',
      table: '以表格显示',
      share: '各利润区间的模拟占比',
      profit: (currency) => `利润，${currency}`,
      class: (from, to) =>
        from === undefined ? `低于 ${to}` : to === undefined ? `${from} 及以上` : `${from} 至 ${to}`,
    },
  },
  charts: chartWordsZh,
  views,
  report: resultWordsZh.say,
};
