import type { FinanceView } from '../../../src/finance/finance-view.ts';
import { noises } from '../../../src/report/chinese/certainty.ts';
import { periodsText, periodWord, tight } from '../../../src/report/chinese/words.ts';
import { figure, inline } from '../../../src/report/numbers/estimate.ts';
import { exact, percent } from '../../../src/report/numbers/exact.ts';
import { grouped } from '../../../src/report/numbers/grouped.ts';
import { ageNumber, channelsByPayback } from '../../../src/report/sentences/cohorts.ts';
import { channelLabel } from '../../../src/report/sentences/names.ts';
import { about, size, sum } from '../../../src/report/sentences/sum.ts';
import type { Estimate, PeriodUnit } from '../../../src/domain.ts';
import type { FinanceWords } from '../finance-words.ts';

export const financeWords: FinanceWords = {
  title: '财务视角下的方案',
  about: '各期损益、现金、应预留的金额、客户的成本与价值，以及对单一渠道的依赖程度。',
  ask: '开始计算',
  chance: '要有的把握',
  chanceHint: '以此概率达到利润，并且融资足够。',
  chanceWrong: '请填 50% 到 99.9% 之间的概率，例如 80%。',
  collect: '客户几期后付款',
  pay: '媒体几期后付款',
  lagHint: '0 表示当期付款。',
  lagWrong: '请填 0 到 520 之间的整数期数。',
  headline,
  sure,
  figures: {
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
  lines: {
    title: '损益',
    caption: (currency) => `均值，${currency}`,
    columns: ['期', '客户', '收入', '媒体', '其他成本', '利润', '累计利润', '手头现金'],
    periods: (unit, from, to) =>
      periodsText(
        Array.from({ length: to - from + 1 }, (_, k) => from + k),
        unit,
      ),
    tail: '计划结束后',
    total: '合计',
  },
  cash: {
    title: '手头现金',
    caption: (currency, unit) => `此方案在每${unitWord(unit)}末的现金，${currency}。阴影：需要融资`,
    expected: (amount) => `预期 ${amount}`,
    atLeast: (amount, chance) => `${chance}：至少 ${amount}`,
    end: '计划结束',
    summary: ({ end, lowest, when, isBelow, currency }) =>
      isBelow
        ? `预期现金最低为 ${lowest} ${currency}（${when}末），最终为 ${end} ${currency}。`
        : `预期现金从不低于零，最终为 ${end} ${currency}。`,
    columns: (chance) => ['期末', '预期', `${chance} 的把握至少`],
  },
  customers: {
    title: '客户带来的价值与成本之比',
    caption: '条：客户一生带来的价值，以含工时的获客成本的倍数计；圆圈：成本本身',
    figures: (brings, costs) => `带来 ${brings}，成本 ${costs}`,
    times: (multiple) => `${multiple} 倍`,
    summary: ({ most, mostTimes, least, leastTimes, losing }) =>
      (most === least
        ? `“${most}”的客户带来成本的 ${mostTimes} 倍。`
        : `相对成本，“${most}”的客户带来最多，为 ${mostTimes} 倍；“${least}”的最少，为 ${leastTimes} 倍。`) +
      (losing.length === 0 ? '' : `${losing.map((name) => `“${name}”`).join('、')}的客户带来的少于其成本。`),
    tableTitle: '客户的成本与价值',
    tableCaption: (currency) => `均值，${currency}；工时和利润为整个渠道`,
    columns: ['渠道', '客户', '现金成本', '含工时成本', '一生带来', '成本的倍数', '工时', '利润'],
  },
  cohorts: {
    title: '客户随时间带来的价值',
    caption: (currency) =>
      `一位客户在获得之后到各时点平均带来的价值，${currency}。粗体：不低于获客成本；颜色越深，收回的成本越多`,
    whose: '客户',
    byChannel: '按渠道',
    together: '全部渠道，按获得时间',
    won: '获得于',
    customers: '客户',
    cost: '获客成本',
    age: (age, unit) => (age === 0 ? '首单' : `${ageNumber(age)} ${periodWord(unit)}后`),
    range: '最终，90% 落在',
    payback: (unit) => `收回成本，${periodWord(unit)}`,
    chance: '收回的概率',
    between: (low, high) => `${low} 至 ${high}`,
  },
  dependence: {
    title: '对少数渠道的依赖',
    caption: '赫芬达尔指数：各份额的平方和，只有一个渠道时为 1',
    columns: ['份额', '赫芬达尔指数', '相当于几个相等的渠道', '最大份额'],
    spend: '媒体',
    revenue: '收入',
    largest: (channel) => `若失去最大的渠道“${channel}”`,
    closed: '渠道关闭：不再付款，也不再带来客户',
    fails: '渠道失效：照常付款，却什么也不带来',
    loss: (currency) => ['情形', `利润变化，${currency}`],
  },
};

const UNITS: Readonly<Record<PeriodUnit, string>> = { day: '天', week: '周', month: '月', quarter: '季', year: '年' };

function unitWord(unit: PeriodUnit): string {
  return UNITS[unit];
}

const PLANS = { today: '当前方案', recommended: '推荐方案' } as const;

function chanceOf({ chance }: FinanceView): string {
  return tight(percent(chance, 0));
}

function headline(view: FinanceView) {
  const { currency } = view.scenario;
  const { presentValue, contingency } = view;
  return {
    first: `${PLANS[view.plan.name]}预期${presentValue.value < 0 ? '亏损' : '盈利'} ${size(presentValue, 'money', currency)}；有 ${chanceOf(view)} 的把握至少为 ${about(contingency.level, 'money', currency)}。`,
    rest: [reserve(view), payback(view), cash(view), ...paybackOfCustomers(view), ...dependence(view)],
  };
}

function reserve(view: FinanceView): string {
  const { contingency, scenario } = view;
  const { currency } = scenario;
  const held = `预留 ${about(Math.max(0, contingency.reserve), 'money', currency)}，预期利润的其余部分就有 ${chanceOf(view)} 的把握实现。`;
  return contingency.spared > 0 && contingency.apart > 0
    ? `${held}若各渠道各自预留，合计需要 ${about(contingency.apart, 'money', currency)}：它们不会同时都不顺利。`
    : held;
}

function payback({ payback: found, scenario: { unit, periods } }: FinanceView): string {
  if (found === undefined) return '平均而言，方案收不回所花的钱。';
  const when = inline(figure(found, 'ratio'));
  return `平均而言，${when} ${periodWord(unit)}后收回所花的钱${found.value > periods ? '，在计划结束之后' : ''}。`;
}

function cash(view: FinanceView): string {
  const { deepest, lags } = view.cash;
  const { currency, unit } = view.scenario;
  const when = (lag: number) => (lag === 0 ? '当期付款' : `在 ${lag} ${periodWord(unit)}后付款`);
  const terms = `若媒体${when(lags.pay)}、客户${when(lags.collect)}`;
  return deepest.atMost > 0
    ? `${terms}，最低点平均需要融资 ${sum(deepest.mean, 'money', currency)}，有 ${chanceOf(view)} 的把握不超过 ${about(deepest.atMost, 'money', currency)}。`
    : `${terms}，有 ${chanceOf(view)} 的把握不需要融资。`;
}

function paybackOfCustomers(view: FinanceView): readonly string[] {
  if (view.cohorts === undefined) return [];
  const unit = periodWord(view.scenario.unit);
  const parts = channelsByPayback(view.cohorts).map(({ payback: age, channels }) => {
    const names = channels.map((name) => `“${channelLabel(view, name)}”`).join('、');
    if (age === undefined) return `${names}从不收回`;
    return age === 0 ? `${names}首单即收回` : `${names}在 ${ageNumber(age)} ${unit}后收回`;
  });
  return [`平均而言，获客成本：${parts.join('，')}。`];
}

function dependence(view: FinanceView): readonly string[] {
  const { largest, revenue } = view.concentration;
  if (largest === undefined) return [];
  const { currency } = view.scenario;
  const as = revenue === undefined ? '' : `，相当于 ${grouped(1 / revenue, 1)} 个相等的渠道`;
  const change = (estimate: Estimate) =>
    `利润${estimate.value < 0 ? '减少' : '增加'} ${size(estimate, 'money', currency)}`;
  return [
    `“${channelLabel(view, largest.channel)}”带来各渠道收入的 ${tight(percent(largest.share, 0))}${as}。若它关闭且不再付款，${change(largest.closed)}；若所投的钱什么也不带来，${change(largest.fails)}。`,
  ];
}

function sure({ draws, scenario, cash: { lags, path } }: FinanceView): readonly string[] {
  return [
    `对文件中所有不确定的量做了 ${exact(draws.judging, 'count')} 次模拟。`,
    '客户一生带来的收益（含复购和服务成本）计入赢得客户的那一期。',
    ...(lags.collect + lags.pay > 0 || path.length > scenario.periods
      ? ['现金：客户付款时计入其收益减去媒体以外的全部成本，媒体在付款时计入；未计税和利息。']
      : []),
    noises,
  ];
}
