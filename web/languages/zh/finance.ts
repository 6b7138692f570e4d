import { financeWordsZh } from '../../../src/report/languages/finance-words-zh.ts';
import { periodWord } from '../../../src/report/chinese/words.ts';
import type { FinanceViewWords } from '../finance-words.ts';

export const financeWords: FinanceViewWords = {
  ...financeWordsZh,
  about: '各期损益、现金、应预留的金额、客户的成本与价值，以及对单一渠道的依赖程度。',
  ask: '开始计算',
  chance: '要有的把握',
  chanceHint: '以此概率达到利润，并且融资足够。',
  chanceWrong: '请填 50% 到 99.9% 之间的概率，例如 80%。',
  collect: '客户几期后付款',
  pay: '媒体几期后付款',
  lagHint: '0 表示当期付款。',
  lagWrong: '请填 0 到 520 之间的整数期数。',
  inReports: '在最优方案处保存的报告也按此计算。',
  tiles: {
    title: '关键数字',
    value: (currency) => `预期利润（净现值），${currency}`,
    level: (level, chance) => `${chance} 的把握至少 ${level}`,
    reserve: (currency) => `应预留的准备金，${currency}`,
    reserveNote: (chance) => `其余以 ${chance} 的把握实现`,
    payback: (unit) => `回本时间，${periodWord(unit)}`,
    never: '平均而言不能回本',
    afterEnd: '在计划结束之后',
    financing: (currency) => `最低点需要的融资，${currency}`,
    financingNote: (most, chance) => `${chance} 的把握不超过 ${most}`,
  },
  whose: { label: '客户', byChannel: '按渠道', together: '全部渠道，按获得时间' },
  shaded: '；颜色越深，收回的成本越多',
};
