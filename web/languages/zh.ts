import { chartWordsZh } from '../../src/pictures/words-zh.ts';
import { countsCost } from '../../src/report/sentences/goal.ts';
import { plain } from '../../src/report/text/plain.ts';
import type { Dictionary } from './dictionary.ts';
import { views } from './zh-views.ts';
import { fieldWords } from './zh/fields.ts';
import { keepWords } from './zh/keep.ts';
import { setWords } from './zh/set.ts';
import { tableWords } from './zh/table.ts';
import { draws, freeBudget, noises, noPlan, proof, stability } from './zh-certainty.ts';
import { nextUnitTexts, rangesNote, rangesTitle, reasonText } from './zh-explanations.ts';
import { headline } from './zh-headline.ts';
import { limitName, repairText, togetherText } from './zh-limits.ts';
import { beyondReachAdvice, wishAsked, wishName, wishRemarks } from './zh-wishes.ts';
import { addsWhat, horizonText, periodsText, short, tight } from './zh-words.ts';

export const zh: Dictionary = {
  code: 'zh-CN',
  name: '简体中文',
  language: '语言',
  tagline: '在成本和转化都不确定时分配营销预算',
  broken: (message) => `页面出错：${message}。您的文本还在：请先复制，再重新加载页面。`,
  keep: keepWords,
  set: setWords,
  table: tableWords,
  fields: { words: fieldWords, arrow: ' → ' },
  scenario: {
    title: '方案文件',
    drop: '松开以打开文件',
    text: '方案文件的文本',
    leave: '按 Esc 再按 Tab 离开文本。',
    notEdited: '此修改与文件不符：名称是否已被使用，或该处已有其他内容？',
    full: '已打开二十个方案：请先关闭一个。',
    tooLarge: (name) => `“${name}”太大（超过 20 MB），不是方案文件。`,
  },
  issues: {
    title: '检查',
    checking: '正在检查…',
    none: '没有发现问题。',
    count: (errors, warnings) =>
      [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 个警告` : ''].filter(Boolean).join('，'),
    place: (line, column) => `第 ${line} 行，第 ${column} 列`,
    error: '错误',
    warning: '警告',
  },
  run: {
    start: '寻找最优方案',
    cancel: '取消',
    stop: '停止并显示目前最优',
    draws: '模拟次数',
    seed: '随机种子',
    refused: '未运行：文本有错误，见文本下方的列表。',
    cancelled: '已取消。',
    failed: (message) => `运行失败：${message}`,
    starting: '正在启动…',
    stopping: '正在停止：接下来评估目前最优的方案…',
    noPlanYet: '正在搜索：还没有方案',
    searching: (gap) => (gap === undefined ? '正在寻找最优方案…' : `正在搜索：与最优相差不超过 ${gap}`),
    counting: {
      ranges: (percent) => `正在查看各渠道可调整多少：${percent}`,
      stability: (percent) => `正在用全新的模拟重新搜索：${percent}`,
      judge: (percent) => `正在用全新的模拟评估：${percent}`,
    },
  },
  result: {
    title: '推荐方案',
    empty: '预算怎样分配收益最高，又有多大把握？',
    emptyPoints: [
      '选择一个示例，或打开您自己的方案文件并修改。',
      '寻找最优方案：在您没有把握的各种情形的数千次模拟中搜索。',
      '一切都在本浏览器中计算，数据不会离开您的电脑。',
    ],
    stale: '此结果计算之后，文本已有修改。',
    save: '保存报告（JSON）',
    today: (amount) => `当前 ${amount}`,
    figures: {
      title: '关键数字',
      expected: { profit: '预期利润', revenue: '预期收入', margin: '预期毛利', customers: '预期客户数' },
      spend: '媒体投放',
      chance: '达到目标的概率',
      chanceBetter: '优于当前方案的概率',
      worst: '最差 10% 情形的平均利润',
      chanceOfLoss: '亏损概率',
      gap: { proven: '与最优的差距（已证明）', numerical: '与最优的差距', none: '与最优的差距' },
      noGap: '未能证明',
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
      cacNote: '获客成本只计现金，不含人工时间。',
      total: '全部渠道',
      same: '不变',
      new: '新增',
      stopped: '停投',
    },
    reasons: { title: '各渠道金额的缘由', text: reasonText },
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
    },
    conflict: {
      title: '这些限制无法同时满足',
      together: togetherText,
      repairs: '以下任一修改都能使方案可行',
      repair: repairText,
      noSingleRepair: '尚不知道只修改其中一项限制能否使方案可行：请去掉其中一项，或同时放宽多项。',
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
  },
  charts: chartWordsZh,
  views,
  report: { headline, noPlan, proof, stability, freeBudget, draws, noises, number: tight, short },
};
