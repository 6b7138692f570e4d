import type { GoalMetric } from '../../../src/domain.ts';
import { assumptionLabel, assumptionValues } from '../../../src/report/chinese/assumptions.ts';
import { afterTexts, pilotText, planText, voiCaveats, voiHeadline } from '../../../src/report/chinese/voi.ts';
import { goalWords, periodWord } from '../../../src/report/chinese/words.ts';
import { lessonWordsZh } from '../../../src/report/languages/lesson-words-zh.ts';
import { rough } from '../../../src/report/numbers/rough.ts';
import { channelLabel } from '../../../src/report/sentences/names.ts';
import type { PilotWords } from '../pilot-words.ts';

const noun = (maximize: GoalMetric) => goalWords(maximize).noun;
const inUnit = (currency: string) => (currency === '' ? '' : `，${currency}`);

export const pilotWords: PilotWords = {
  assumption: assumptionLabel,
  values: assumptionValues,
  question: {
    title: '试点值多少？',
    about: '决定之前知道得更多值多少钱，以及哪些试点值得其成本。',
    ask: '评估试点',
  },
  headline: voiHeadline,
  sure: voiCaveats,
  knowing: {
    title: () => '完全了解一个渠道值多少',
    caption: (maximize, currency) => `据此决定所多得的预期${noun(maximize)}${inUnit(currency)}。细线：模拟误差（95%）`,
    everything: '一次知道一切',
    column: '价值',
    note: '任何试点的价值都不会超过确切知道。',
  },
  assumptions: {
    title: () => '确知一个假设值多少',
    caption: (maximize, currency) => `据此决定所多得的预期${noun(maximize)}${inUnit(currency)}。细线：模拟误差（95%）`,
    column: '价值',
    note: '不会改变方案的假设未列出。',
  },
  choices: { channels: '渠道', assumptions: '假设' },
  pilots: {
    title: () => '试点值多少',
    caption: (maximize, currency) => `条：知道结果所多得的预期${noun(maximize)}${inUnit(currency)}；圆圈：试点的成本`,
    size: (found, { channel }, { periods, spend }) =>
      `${channelLabel(found, channel)}：${periods} ${periodWord(found.scenario.unit)}，${rough(spend, 'money')} ${found.scenario.currency}`,
    note: '成本已扣除试点客户带来的收益。条超过圆圈，试点就划算。',
    best: ' · 推荐',
    columns: ['试点', '媒体', '客户', '成本', '价值'],
  },
  own: {
    title: '您自己的试点',
    about: '说明您设想的试点值多少。试点完成后填入它带来的结果，就能看到这改变了什么。',
    ask: '查看此试点',
    channel: '渠道',
    periods: '期数',
    spend: '媒体总额',
    spendHint: '留空：与最优方案相同。',
    customers: '带来的客户',
    customersHint: '留空：试点尚未进行。',
    leads: '带来的线索',
    leadsHint: '仅当该渠道统计线索时填写。',
    figures: '此试点值多少',
    worthFigure: (currency) => `最多值${inUnit(currency)}`,
    costFigure: (currency) => `扣除其客户带来的收益后的成本，${currency}`,
    customersFigure: '预期客户',
    countWrong: '请填整数。',
    spendWrong: '请填大于 0 的金额。',
    leadsAlone: '请同时填写客户数。',
    worth: pilotText,
    result: afterTexts,
  },
  beliefs: {
    title: '试点说明了什么',
    caption: '细线：之前九成情形所在；条：现在九成情形所在；圆圈：现在的均值',
    customers: (channel) => `“${channel}”此类试点的客户`,
    change: (before, after) => `${before} → ${after}`,
    range: (mean, from, to) => `${mean}（${from} 到 ${to}）`,
    low: '之前的低端',
    high: '之前的高端',
    note: (draws) => `现在的判断基于 ${draws} 次模拟，按试点结果在各次中的可能性加权。`,
    columns: ['判断', '之前', '现在'],
    write: '写入方案文件',
    writeHint: '把新的范围写入文件。只写一次：此后文件已包含这次试点。',
  },
  lessons: {
    ...lessonWordsZh,
    title: '文件中的试点改变了什么',
    about: '把每个试点渠道的数字在试点前后并列。',
    ask: '回顾试点',
  },
  plans: {
    title: (maximize) => `各方案的预期${noun(maximize)}`,
    caption: (maximize, currency) => `试点前后的${noun(maximize)}${inUnit(currency)}`,
    name: planText,
    columns: ['方案', '之前', '现在'],
    best: '最优',
  },
};
