import type { PeriodUnit } from '../../domain.ts';
import { financeCaveats, financeHeadline } from '../chinese/finance.ts';
import { everyPeriod, periodsText, periodWord } from '../chinese/words.ts';
import { ageNumber } from '../sentences/cohorts.ts';
import type { FinanceWords } from './finance-words.ts';

export const financeWordsZh: FinanceWords = {
  title: '财务视角下的方案',
  headline: financeHeadline,
  sure: financeCaveats,
  figures: {
    title: '财务关键数字',
    columns: ['数字', '值'],
    value: (currency) => `预期利润（净现值），${currency}`,
    atLeast: (chance, currency) => `有 ${chance} 的把握达到的利润，${currency}`,
    worst: (currency) => `最差 10% 情形的平均利润，${currency}`,
    chanceOfLoss: '亏损概率',
    carryIn: (currency) => `预期利润中来自此前投放的部分，${currency}`,
    reserve: (chance, currency) => `使其余部分有 ${chance} 把握实现的准备金，${currency}`,
    apart: (currency) => `若各渠道各自预留，合计，${currency}`,
    payback: (unit) => `回本时间，${periodWord(unit)}`,
    cashBack: (unit) => `预期现金低于零，直到第几${periodWord(unit)}`,
    never: '平均而言不能回本',
    financing: (currency) => `最低点平均需要的融资，${currency}`,
    financingMost: (chance, currency) => `有 ${chance} 的把握不超过的融资，${currency}`,
  },
  lines: {
    title: '损益',
    caption: (currency, isDiscounted) => `各期损益：均值${isDiscounted ? '（现值，含媒体）' : ''}，${currency}`,
    columns: ['期', '客户', '收入', '媒体', '其他成本', '利润', '累计利润', '手头现金'],
    line({ kind, from, to }, unit) {
      if (kind === 'periods') return spanText(from, to, unit);
      return { 'after the end': AFTER_END, 'carry-in after the end': '计划结束后（此前投放）', total: '合计' }[kind];
    },
  },
  cash: {
    title: '利润与现金',
    caption: (currency, unit) =>
      `条：计划内${everyPeriod(unit)}的利润。线：此方案在${everyPeriod(unit)}末的现金，${currency}。阴影：需要融资`,
    expected: (amount) => `预期 ${amount}`,
    atLeast: (amount, chance) => `${chance}：至少 ${amount}`,
    end: '计划结束',
    summary: ({ end, lowest, when, isBelow, currency }) =>
      isBelow
        ? `预期现金最低为 ${lowest} ${currency}（${when}末），最终为 ${end} ${currency}。`
        : `预期现金从不低于零，最终为 ${end} ${currency}。`,
    columns: (chance) => ['期末', '利润', '预期现金', `现金，${chance} 的把握至少`],
  },
  customers: {
    title: '客户带来的价值与成本之比',
    caption: (currency) => `条：客户一生带来的价值，以含工时的获客成本的倍数计；圆圈：成本本身。数额：${currency}`,
    figures: (brings, costs) => `带来 ${brings}，成本 ${costs}`,
    times: (multiple) => `${multiple} 倍`,
    summary: ({ most, mostTimes, least, leastTimes, losing }) =>
      (most === least
        ? `“${most}”的客户带来成本的 ${mostTimes} 倍。`
        : `相对成本，“${most}”的客户带来最多，为 ${mostTimes} 倍；“${least}”的最少，为 ${leastTimes} 倍。`) +
      (losing.length === 0 ? '' : `${losing.map((name) => `“${name}”`).join('、')}的客户带来的少于其成本。`),
    tableTitle: '客户的成本与价值',
    tableCaption: (currency, withHours) => `均值，${currency}；${withHours ? '工时和利润' : '利润'}为整个渠道`,
    columns: ['渠道', '客户', '现金成本', '含工时成本', '一生带来', '成本的倍数', '工时', '利润'],
  },
  cohorts: {
    title: '客户随时间带来的价值',
    caption: (currency) => `一位客户在获得之后到各时点平均带来的价值，${currency}。粗体：不低于获客成本`,
    togetherCaption: (currency) => `按获得时间，全部渠道合计，${currency}`,
    won: '获得于',
    customers: '方案赢得的客户',
    cost: '获客成本',
    span: ({ from, to }, unit, periods) => (from > periods ? AFTER_END : spanText(from, to, unit)),
    age: (age, unit) => (age === 0 ? '首单' : `${ageNumber(age)} ${periodWord(unit)}后`),
    range: '最终，90% 落在',
    payback: (unit) => `收回成本，${periodWord(unit)}`,
    chance: '收回的概率',
    between: (low, high) => `${low} 至 ${high}`,
    since: '获得之后',
    chart: {
      title: '客户多久收回获客成本',
      caption: '一位客户在获得之后到各时点带来的价值，以获客成本的倍数计；虚线：获客成本',
      across: (unit) => `获得之后的${periodWord(unit)}数`,
      summary: ({ most, times, age }) => `相对成本，“${most}”的客户带来最多：${age}为 ${times} 倍。`,
    },
    sheet: {
      channel: '渠道',
      all: '全部渠道',
      from: '获得期（起）',
      to: '获得期（止）',
      age: '获得之后的期数',
      orders: '每位客户的订单',
      value: '每位客户带来',
      low: '5% 低于',
      high: '95% 低于',
      paidBack: '收回成本的概率',
    },
  },
  dependence: {
    title: '对少数渠道的依赖',
    caption: '赫芬达尔指数：各份额的平方和，只有一个渠道时为 1',
    columns: ['份额', '赫芬达尔指数', '相当于几个相等的渠道', '最大份额'],
    spend: '媒体',
    revenue: '收入',
    largest: (channel) => `若失去收入最多的渠道“${channel}”`,
    closed: '渠道关闭：不再付款，也不再投放',
    fails: '渠道失效：照常付款，却没有客户由此而来',
    loss: (currency) => ['情形', `利润变化，${currency}`],
    ifClosed: (channel, currency) => `若“${channel}”关闭，利润变化，${currency}`,
    ifFails: (channel, currency) => `若“${channel}”照常付款却没有客户由此而来，利润变化，${currency}`,
  },
};

/** What the plan's own spend still brings then. */
const AFTER_END = '计划结束后（计划内投放）';

function spanText(from: number, to: number, unit: PeriodUnit): string {
  return periodsText(
    Array.from({ length: to - from + 1 }, (_, k) => from + k),
    unit,
  );
}
