import type { PeriodUnit } from '../domain.ts';
import { short, tick, tight } from '../report/numbers/chinese.ts';
import type { ChartWords } from './words.ts';

const UNITS: Readonly<Record<PeriodUnit, string>> = { day: '天', week: '周', month: '月', quarter: '季度', year: '年' };
const GOALS = { profit: '利润', revenue: '收入', margin: '毛利', customers: '客户数' } as const;

const PLANS = { today: '当前', recommended: '推荐', nearest: '最接近' } as const;

export const chartWordsZh: ChartWords = {
  number: tight,
  listed: (names) => names.join('、'),
  short,
  tick,
  plan: '方案',
  ...PLANS,
  channel: '渠道',
  total: '全部渠道',
  period: (unit, number) => `第 ${number} ${UNITS[unit]}`,
  dots: {
    title: '利润的可能结果',
    caption: (currency, dots) => `利润，${currency}。每个点代表 ${dots} 种可能性相同的情形之一`,
    label: (name, median) => `${name}：半数情形高于 ${median}`,
    summary: (plans, currency) =>
      plans
        .map(
          ({ name, median, low, high }) =>
            `${name}：半数情形的利润高于 ${median} ${currency}，九成情形在 ${low} 到 ${high} 之间。`,
        )
        .join(''),
    target: (value, chances) => `至少 ${value}：${chances.map(([name, chance]) => `${name} ${chance}`).join('，')}`,
    chance: '情形',
    below: (probability) => `${probability} 低于`,
  },
  cumulative: {
    title: '利润至少达到某一数额的概率',
    caption: (currency) => `利润至少为横轴数额（${currency}）的概率。圆点处为一半`,
    atLeast: (currency) => `至少，${currency}`,
  },
  course: {
    title: '利润随时间的变化',
    caption: (currency, unit) => `从开始到每${UNITS[unit]}末的累计利润，${currency}。深色：半数情形；浅色：九成情形`,
    summary: ({ end, low, high, positive }) =>
      `期末累计利润的中间情形为 ${end}，九成情形在 ${low} 到 ${high} 之间` +
      (positive === undefined ? '。' : `；中间情形自${positive}起为正。`),
    bands: { high: '95% 低于此', low: '5% 低于此' },
    columns: ['截至', '5% 低于', '25%', '中间', '75%', '95%'],
  },
  stack: {
    title: '方案的时间安排',
    caption: (currency, unit) => `每${UNITS[unit]}的媒体投放，${currency}`,
    others: (count) => `其他 ${count} 个渠道`,
    summary: (most, share, channels) => `共 ${channels} 个渠道有投放，“${most}”最多，占 ${share}。`,
  },
  multiples: {
    title: '各渠道的时间安排',
    caption: (currency, most, unit, other) =>
      `每${UNITS[unit]}的媒体投放，同一刻度，最高 ${most} ${currency}。虚线：当前${other === undefined ? '' : `；填充：${PLANS[other]}`}`,
    note: (today, recommended) => (recommended === undefined ? today : `${today} → ${recommended}`),
    summary: (up, down) =>
      [up.length === 0 ? '' : `增加：${up.join('、')}。`, down.length === 0 ? '' : `减少：${down.join('、')}。`].join(
        '',
      ) || '各渠道与当前相同。',
  },
  curves: {
    title: { revenue: '各渠道带来的收入', customers: '各渠道带来的客户' },
    caption: (figure, currency, most, plan) =>
      `${figure === 'revenue' ? `收入，${currency}` : '客户数'}，横轴为该渠道在整个方案中的投放，其他渠道按${PLANS[plan]}${plan === 'nearest' ? '的' : ''}方案；` +
      `同一刻度，最高 ${most}。线：均值；色带：九成情形`,
    observed: '数据到此',
    summary: (channel, mean, low, high) =>
      `按方案投放，“${channel}”带来最多：${mean}，九成情形在 ${low} 到 ${high} 之间。`,
    columns: (figure, currency) => [
      `投放，${currency}`,
      figure === 'revenue' ? `带来的收入，${currency}` : '带来的客户',
      '5% 低于',
      '95% 低于',
    ],
  },
  marginal: {
    title: '再投一单位货币带回多少',
    caption: (currency, other) =>
      `某渠道每多投 1 ${currency} 带回的 ${currency}（含这笔投入本身）。${other === undefined ? '条：当前' : `条：${PLANS[other]}；圈：当前`}`,
    pays: '由此起值得投',
    summary: (most, mostText, least, leastText) =>
      most === least
        ? `在“${most}”每多投 1 带回 ${mostText}。`
        : mostText === leastText
          ? `各渠道每多投 1 都带回 ${mostText}。`
          : `每多投 1，“${most}”带回最多（${mostText}），“${least}”最少（${leastText}）。`,
  },
  frontier: {
    title: { risk: '谨慎的代价', budget: '投放到多少不再划算' },
    caption: (mean, currency) => `纵轴：预期${GOALS[mean]}${mean === 'customers' ? '' : `，${currency}`}`,
    across: (by, worst, currency) =>
      by === 'risk' ? `最差 ${worst} 情形的均值，${currency} →` : `媒体投放，${currency} →`,
    names: {
      bold: '最大胆',
      cautious: '最谨慎',
      'your budget': '您的预算',
      'most profit': '利润最高',
      today: '当前',
      'pro rata': '当前比例',
    },
    summary: (plans, from, to, by) =>
      by === 'risk'
        ? `共 ${plans} 个最优方案：从预期 ${from[0]}（最差情形 ${from[1]}）到预期 ${to[0]}（最差情形 ${to[1]}）。`
        : `共 ${plans} 个最优方案：从投放 ${from[1]} 预期 ${from[0]}，到投放 ${to[1]} 预期 ${to[0]}。`,
    columns: () => ['方案', '媒体投放', '预期', '最差情形的均值', '亏损概率'],
    point: (sign, names) => `第 ${sign} 点${names === '' ? '' : `：${names}`}`,
  },
  bridge: {
    title: (a, b) => `从“${a}”到“${b}”`,
    caption: (maximize, currency) =>
      `预期${GOALS[maximize]}的变化及其原因${maximize === 'customers' ? '' : `，${currency}`}`,
    summary: (most, by) => `影响最大的是“${most}”：${by}。`,
    cause: (cause, label) =>
      cause.kind === 'spend'
        ? `投放：${label(cause.channel)}`
        : cause.kind === 'plan'
          ? '投放'
          : cause.kind === 'channel'
            ? `假设：${label(cause.channel)}`
            : `文件：${cause.section}`,
    others: '其他原因',
    columns: ['原因', '变化'],
  },
  spider: {
    title: (maximize) => `${GOALS[maximize]}随各个假设的变化`,
    caption: (maximize, currency) =>
      `某个假设在其范围内移动、其他假设保持您的判断时的预期${GOALS[maximize]}${maximize === 'customers' ? '' : `，${currency}`}`,
    across: '该假设更低的概率 →',
    summary: (assumption, low, high) => `最陡的是“${assumption}”：低端时 ${low}，高端时 ${high}。`,
    assumption: '假设',
  },
  scatter: {
    title: (maximize) => `${GOALS[maximize]}与最重要的假设`,
    caption: (maximize, currency) =>
      `点：单次模拟中的${GOALS[maximize]}${maximize === 'customers' ? '' : `，${currency}`}，按假设的取值；线：全部模拟每十分之一的均值`,
    summary: (assumption, low, high) =>
      `“${assumption}”处于最低 10% 时均值为 ${low}，最高 10% 时为 ${high}；点偏离线的程度来自其他一切。`,
    columns: (maximize) => ['假设', '该十分之一中的均值', `平均${GOALS[maximize]}`],
  },
  gap: {
    title: '搜索如何逼近最优',
    caption: '目前方案与最优至多相差多少，按搜索秒数',
    summary: (gap, seconds) => `${seconds} 秒后已证明方案与最优相差不超过 ${gap}。`,
    seconds: (value) => `${value} 秒`,
    columns: ['秒', '至多相差'],
  },
};
