/** The sentences of `../sentences/finance.ts` in Chinese. */
import type { Estimate } from '../../domain.ts';
import type { FinanceView } from '../../finance/finance-view.ts';
import { chanceFigure, figure, inline } from '../numbers/estimate.ts';
import { exact, percent } from '../numbers/exact.ts';
import { grouped } from '../numbers/grouped.ts';
import { ageNumber, channelsByPayback } from '../sentences/cohorts.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import { cashBackAfter, financedAtMost, heldBack } from '../sentences/finance.ts';
import { channelLabel } from '../sentences/names.ts';
import { about, size, sum } from '../sentences/sum.ts';
import { noises } from './certainty.ts';
import { periodsText, periodWord, tight } from './words.ts';

const PLANS = { today: '当前方案', recommended: '推荐方案' } as const;

function chanceOf({ chance }: FinanceView): string {
  return tight(percent(chance, 0));
}

export function financeHeadline(view: FinanceView): Headline {
  const { currency } = view.scenario;
  const { presentValue } = view;
  return {
    first: `${PLANS[view.plan.name]}预期${presentValue.value < 0 ? '亏损' : '盈利'} ${size(presentValue, 'money', currency)}；有 ${chanceOf(view)} 的把握至少为 ${heldBack(view).level} ${currency}。`,
    rest: [
      ...downsideTexts(view),
      ...carryIn(view),
      reserve(view),
      payback(view),
      cash(view),
      ...repeats(view),
      ...paybackOfCustomers(view),
      ...dependence(view),
    ],
  };
}

function downsideTexts({ downside, draws, scenario: { currency } }: FinanceView): readonly string[] {
  if (downside === undefined) return [];
  const { worstMean, chanceOfLoss } = downside;
  const loss = tight(inline(chanceFigure(chanceOfLoss, draws.judging)));
  return [`若情况不利，在最差的 10% 情形下平均为 ${sum(worstMean, 'money', currency)}；亏损的概率为 ${loss}。`];
}

function carryIn({ carryInProfit, scenario: { currency } }: FinanceView): readonly string[] {
  if (carryInProfit.value === 0) return [];
  return [`其中 ${sum(carryInProfit, 'money', currency)} 仅凭计划之前的投放也会带来。`];
}

function reserve(view: FinanceView): string {
  const { contingency, scenario } = view;
  const { currency } = scenario;
  const held = `预留 ${heldBack(view).reserve} ${currency}，预期利润的其余部分就有 ${chanceOf(view)} 的把握实现。`;
  return contingency.spared > 0 && contingency.apart > 0
    ? `${held}若各渠道各自预留，合计需要 ${about(contingency.apart, 'money', currency)}：它们不会同时都不顺利。`
    : held;
}

function payback({ payback: found, cash: { afterEnd }, scenario: { unit, periods } }: FinanceView): string {
  if (found === undefined) return '平均而言，方案收不回所花的钱。';
  const when = inline(figure(found, 'ratio'));
  return `平均而言，${when} ${periodWord(unit)}后收回所花的钱${found.value > periods ? '，在计划结束之后' : ''}${afterEnd.repeats === 0 ? '' : '（日后的复购计入赢得客户的那一期）'}。`;
}

function cash(view: FinanceView): string {
  const { deepest, lags } = view.cash;
  const { currency, unit } = view.scenario;
  const when = (lag: number) => (lag === 0 ? '当期付款' : `在 ${lag} ${periodWord(unit)}后付款`);
  const terms = `若媒体${when(lags.pay)}、客户${when(lags.collect)}`;
  return deepest.atMost > 0
    ? `${terms}，最低点平均需要融资 ${sum(deepest.mean, 'money', currency)}，有 ${chanceOf(view)} 的把握不超过 ${financedAtMost(view)} ${currency}。${cashBack(view)}`
    : `${terms}，有 ${chanceOf(view)} 的把握不需要融资。`;
}

function cashBack({ cash: { path }, scenario: { unit, periods } }: FinanceView): string {
  const back = cashBackAfter(path);
  if (back === 0) return '';
  return back === undefined
    ? '预期现金始终低于零。'
    : `预期现金在${periodsText([back], unit)}${back > periods ? '（计划结束之后）' : ''}之前低于零，此后不再低于零。`;
}

function repeats({ cash: { afterEnd }, scenario: { currency } }: FinanceView): readonly string[] {
  if (afterEnd.repeats === 0) return [];
  const own = about(afterEnd.repeats, 'money', currency);
  const all = about(Math.abs(afterEnd.all), 'money', currency);
  return [
    `计划结束之后，复购带来 ${own} 的现金（已减其成本）；连同其他各项，现金${afterEnd.all < 0 ? '减少' : '增加'} ${all}。`,
  ];
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
    `“${channelLabel(view, largest.channel)}”带来各渠道收入的 ${tight(percent(largest.share, 0))}${as}。若它关闭且不再付款，${change(largest.closed)}；若照常付款却没有客户由此而来，${change(largest.fails)}。`,
  ];
}

export function financeCaveats({
  draws,
  scenario,
  carryInProfit,
  cash: { lags, path },
}: FinanceView): readonly string[] {
  return [
    `对文件中所有不确定的量做了 ${exact(draws.judging, 'count')} 次模拟。`,
    '损益中，客户一生带来的收益（含复购和服务成本）计入赢得客户的那一期。',
    ...(carryInProfit.value !== 0
      ? ['计划结束之后，计划内投放仍带来的与仅凭此前投放也会带来的分开列出；在此之前合并计算。']
      : []),
    ...(lags.collect + lags.pay > 0 || path.length > scenario.periods
      ? [
          '现金：订单在客户付款时计入，复购按其概率计入到期的那一期；媒体在付款时计入；货品和合作方成本随订单计入；其余成本（含服务）计入赢得客户的那一期。未计税和利息。',
        ]
      : []),
    noises,
  ];
}
