import { draws, farFromToday, freeBudget, noises, noPlan, proof, stability } from '../chinese/certainty.ts';
import {
  firstMoneyTexts,
  concentrationTexts,
  nextUnitTexts,
  rangesNote,
  rangesTitle,
  reasonNotes,
  reasonText,
  resourceTexts,
} from '../chinese/explanations.ts';
import { headline } from '../chinese/headline.ts';
import { limitName, repairText, togetherText } from '../chinese/limits.ts';
import { beyondReachAdvice, wishAsked, wishName, wishRemarks } from '../chinese/wishes.ts';
import { addsWhat, horizonText, periodsText, tight } from '../chinese/words.ts';
import { countsCost } from '../sentences/goal.ts';
import { plain } from '../plain.ts';
import type { ResultWords } from './result-words.ts';

/** A report in Chinese. */
export const resultWordsZh: ResultWords = {
  code: 'zh-CN',
  say: { headline, noPlan, proof, stability, farFromToday, freeBudget, draws, noises, number: tight },
  today: (amount) => `当前 ${amount}`,
  figures: {
    title: '关键数字',
    inCurrency: (name, currency) => `${name}，${currency}`,
    expected: { profit: '预期利润', revenue: '预期收入', margin: '预期毛利', customers: '预期客户数' },
    spend: '媒体投放',
    chance: '达到目标的概率',
    chanceBetter: '优于当前方案的概率',
    worst: '最差 10% 情形的平均利润',
    chanceOfLoss: '亏损概率',
    gap: { proven: '与最优的差距（已证明）', numerical: '与最优的差距', none: '与最优的差距' },
    noGap: '未能证明',
    inPoints: (name) => `${name}，百分点`,
    atMost: (share) => `≤ ${share}`,
  },
  plan: {
    title: '方案',
    caption: (scenario) => `媒体投放，单位 ${scenario.currency}，${horizonText(scenario)}`,
    channel: '渠道',
    today: '当前',
    recommended: '推荐',
    nearest: '最接近',
    change: '变化',
    nextUnit: (currency) => `多投 1 ${currency} 带回`,
    cac: '获客成本（CAC）',
    nextUnitNote: '“带回”包含这笔投入本身：大于 1 即值得投。',
    firstMoney: firstMoneyTexts,
    cacNote: '获客成本只计现金，不含人工时间。',
    total: '全部渠道',
    same: '不变',
    new: '新增',
    stopped: '停投',
  },
  reasons: { title: '各渠道金额的缘由', text: reasonText, notes: reasonNotes },
  ranges: {
    title: rangesTitle,
    caption: (scenario) =>
      `各渠道可投放的金额，单位 ${scenario.currency}，${horizonText(scenario)}。色带：几乎同样好；竖线：方案。`,
    plan: '方案',
    from: '最少',
    to: '最多',
    picture: '范围',
    describe: (plan, from, to) => `方案为 ${plan}，从 ${from} 到 ${to} 都几乎同样好。`,
    note: rangesNote,
  },
  targets: {
    title: '目标与风险',
    caption: '对方案的要求，以及在全新模拟上的结果',
    wish: '内容',
    asked: '要求',
    name: wishName,
    askedFor: wishAsked,
    verdict: '是否达到',
    verdicts: { reached: '达到', missed: '未达到', 'too close to call': '难以判定' },
    remarks: wishRemarks,
    close: '难以判定：与要求之差在模拟误差之内。',
  },
  limits: {
    title: '哪些限制制约了方案',
    limit: '限制',
    name: limitName,
    where: '范围',
    wholePlan: '整个方案',
    periods: periodsText,
    change: '若',
    raised: '提高',
    lowered: '降低',
    adds: '增加',
    meets: '放宽以下限制会有帮助',
    worth: (scenario, units) => `每放宽 ${units} ${scenario.currency}，${addsWhat(scenario)}`,
    to: (from, to) => `${from} 至 ${to}`,
    nextUnits: (report, { binding }) => nextUnitTexts(report, binding),
    concentration: concentrationTexts,
    resources: resourceTexts,
  },
  conflict: {
    title: '这些限制无法同时满足',
    titleOfNext: '此外，以下限制也无法同时满足',
    together: togetherText,
    repairs: (count) => (count === 1 ? '以下修改能使方案可行' : '以下任一修改都能使方案可行'),
    repairsOfOne: (count) => (count === 1 ? '以下修改能消除这组冲突' : '以下任一修改都能消除这组冲突'),
    repair: repairText,
    notFound: '请放宽投放时的下限、渠道数上限或某项要求，或给出一个满足所有限制的当前方案：搜索从它开始。',
    noSingleRepair:
      '只修改或去掉其中一项限制，尚未发现能使方案可行：请同时放宽其中多项，或放宽同样相互冲突的其他限制。',
    repairTogether: (changes, isLeast) =>
      `只修改一项尚未发现能使方案可行；同时作以下修改则可行：${changes.join('；')}。` +
      (isLeast ? '' : '这些修改由搜索得出，也许还有更小的修改。'),
    advice: '建议',
    unbounded: (report, channel) => {
      const limit = `请给该渠道设上限（channels.${plain(channel)}.limits.max）`;
      return countsCost(report.scenario.goal)
        ? `${limit}，或使用有上限的响应曲线，或给方案一个预算。`
        : `${limit}，或给方案一个预算，或改为最大化利润（利润计入投放成本）。`;
    },
    beyondReach: (report, found) => beyondReachAdvice(found, report),
  },
  sure: '结果有多可靠',
  budget: '预算',
  notes: '说明',
};
