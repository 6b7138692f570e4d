import type { Estimate, GoalMetric } from '../../../src/domain.ts';
import type {
  AfterPilot,
  Belief,
  InformationValue,
  PilotOfChannel,
} from '../../../src/information/information-value.ts';
import { assumptionLabel } from '../../../src/report/chinese/assumptions.ts';
import { noises } from '../../../src/report/chinese/certainty.ts';
import { goalWords, periodWord, tight } from '../../../src/report/chinese/words.ts';
import { lessonWordsZh } from '../../../src/report/languages/lesson-words-zh.ts';
import { exact, type FigureKind } from '../../../src/report/numbers/exact.ts';
import { rough, roughRange } from '../../../src/report/numbers/rough.ts';
import { assumptionValues } from '../../../src/report/sentences/assumptions.ts';
import { channelLabel } from '../../../src/report/sentences/names.ts';
import { about, isClear, size, sum } from '../../../src/report/sentences/sum.ts';
import { plain } from '../../../src/report/text/plain.ts';
import type { PilotWords } from '../pilot-words.ts';

const noun = (maximize: GoalMetric) => goalWords(maximize).noun;
const inUnit = (currency: string) => (currency === '' ? '' : `，${currency}`);

export const pilotWords: PilotWords = {
  question: {
    title: '试点值多少？',
    about: '决定之前知道得更多值多少钱，以及哪些试点值得其成本。',
    ask: '评估试点',
  },
  headline(found) {
    const { kind } = goalWords(found.figure.maximize);
    const { currency } = found.scenario;
    const matters = isClear(found.perfect) && found.perfect.value > 0;
    return {
      first: found.incomplete
        ? matters
          ? `决定之前若能知道一切，至少值 ${sum(found.perfect, kind, currency)}。`
          : '搜索在找到足够的方案之前已停止，无法说明知道得更多值多少。'
        : matters
          ? `决定之前若能知道一切，值 ${sum(found.perfect, kind, currency)}：任何试点都不会更值。`
          : '知道得更多几乎不会改变方案：推荐方案在几乎所有情形下都是最优或接近最优。',
      rest:
        found.pilots.length === 0 && matters && !found.incomplete
          ? ['没有哪个渠道值得做试点：单独了解其中任何一个，都不足以改变方案。']
          : found.pilots.map((pilot) => pilotText(found, pilot)),
    };
  },
  sure: ({ draws, plans }) => [
    `在 ${plans.length} 个满足所有限制的方案之间选择：推荐方案，以及某个渠道效果差或好时的最优方案。可选方案更多时，信息可能再多值一些。`,
    `渠道或假设的信息由 ${exact(draws.judging, 'count')} 次模拟的一半学得，在另一半上评估，因此不会高估。`,
    '试点视为在计划开始前、在同一市场进行；它通过客户和线索的数量说明情况，而这些数量有偶然性。',
    noises,
  ],
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

function pilotText(found: InformationValue, { channel, sizes, best }: PilotOfChannel): string {
  const { kind } = goalWords(found.figure.maximize);
  const { currency, unit } = found.scenario;
  const name = channelLabel(found, channel);
  const told = best === undefined ? sizes.reduce((a, b) => (b.value.value > a.value.value ? b : a)) : sizes[best]!;
  const what = `${told.periods} ${periodWord(unit)}、媒体 ${about(told.spend, 'money', currency)} 的试点`;
  const worth = worthText(told.value, kind, currency);
  if (kind !== 'money') return `“${name}”：${what}${worth}；成本需另行权衡。`;
  const cost =
    told.cost.value > 0
      ? `扣除其客户带来的收益后成本为 ${about(told.cost.value, 'money', currency)}`
      : '其客户带来的收益已抵回成本';
  return best === undefined
    ? `“${name}”：${what}${worth}，${cost}：那里没有划算的试点。`
    : `决定之前先试“${name}”：${what}${worth}，${cost}。`;
}

function worthText(value: Estimate, kind: FigureKind, currency: string): string {
  return `最多值 ${size(value, kind, currency)}`;
}

const MOST_TOLD = 3;

function afterTexts(found: InformationValue, after: AfterPilot): readonly string[] {
  const { kind } = goalWords(found.figure.maximize);
  const { counts, customers, best, means, moved } = after;
  const got = [
    `${exact(counts.customers, 'count')} 个客户`,
    ...(counts.leads === undefined ? [] : [`${exact(counts.leads, 'count')} 条线索`]),
  ];
  const gain = about(means[best.after]!.value - means[best.before]!.value, kind, found.scenario.currency);
  return [
    `“${channelLabel(found, after.channel)}”的试点带来 ${got.join('、')}之后，这样的试点预计带来 ${countText(customers.after)} 个客户，而非 ${countText(customers.before)}。`,
    `${moved
      .slice(0, MOST_TOLD)
      .map(
        ({ id, before, after: now }) =>
          `“${assumptionLabel(found, id)}”现在为 ${beliefTexts(id, before, now).join('，而非 ')}`,
      )
      .join('；')}。`,
    best.before === best.after
      ? `在所考虑的 ${found.plans.length} 个方案中，推荐方案仍然最优。`
      : `现在更好的是${planText(found, best.after)}，多 ${gain}：请把新的判断写入文件，再重新寻找最优方案。`,
  ];
}

function countText({ mean, range }: Belief): string {
  return `${rough(mean, 'count')}（${roughRange(range, 'count').join(' 到 ')}）`;
}

/** What is believed now, and what was before. */
function beliefTexts(id: string, before: Belief, after: Belief): readonly string[] {
  const [was, is, wasLow, wasHigh, isLow, isHigh] = assumptionValues(id, [
    before.mean,
    after.mean,
    ...before.range,
    ...after.range,
  ]).map(tight);
  return [`${is}（${isLow} 到 ${isHigh}）`, `${was}（${wasLow} 到 ${wasHigh}）`];
}

/** How a plan that one could choose is called. */
function planText(found: InformationValue, k: number): string {
  const { name } = found.plans[k]!;
  const match = /^for (little|much) from (.*)$/.exec(name);
  if (match === null) return name === 'recommended' ? '推荐方案' : plain(name);
  return `“${channelLabel(found, match[2]!)}”效果${match[1] === 'little' ? '差' : '好'}时的方案`;
}
