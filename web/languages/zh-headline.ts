/** The sentences of `src/report/sentences/headline.ts` in Chinese. */
import type { Difference, PlanSummary, Report } from '../../src/domain.ts';
import { chanceFigure, figure, inline } from '../../src/report/numbers/estimate.ts';
import { exact, type FigureKind } from '../../src/report/numbers/exact.ts';
import { roughRange } from '../../src/report/numbers/rough.ts';
import { rangeOf, type Headline } from '../../src/report/sentences/headline.ts';
import { broughtBack } from '../../src/report/sentences/last-unit.ts';
import { limitGroups } from '../../src/report/sentences/limits.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { samePlan } from '../../src/report/sentences/same-plan.ts';
import { noPlan, shortProof } from './zh-certainty.ts';
import { goalWords, tight } from './zh-words.ts';

const MOST_LIMITS = 3;

export function headline(report: Report): Headline {
  const { optimization } = report;
  if (optimization === undefined) return ofToday(report);
  if (!('plan' in optimization)) return { first: noPlan(report, optimization), rest: [] };
  const change = report.differences.find(({ a }) => a === 'today');
  if (change === undefined) return ofToday(report);
  const isSame = samePlan(report) !== undefined;
  return {
    first: isSame ? sameSentence(report) : changeSentence(report, change),
    rest: [
      ...(isSame ? [] : [certainty(report, change)]),
      level(report, change),
      ...shortProof(optimization),
      ...besideProportional(report),
      ...lastUnit(report),
    ],
  };
}

function ofToday(report: Report): Headline {
  const today = report.plans[0]!;
  const { currency } = report.scenario;
  if (today.totalSpend === 0) {
    return {
      first: '当前方案没有任何投放，除自然而来的客户外没有可模拟的内容。',
      rest: ['请在每个渠道的 `plan` 中写明当前投放。'],
    };
  }
  const range = rangeOf(today);
  const { value, standardError } = today.metrics['profit']!.mean;
  const amount = `${inline(figure({ value: Math.abs(value), standardError }, 'money'))} ${currency}`;
  return {
    first: value < 0 ? `当前方案预计亏损 ${amount}。` : `当前方案的预期利润为 ${amount}。`,
    rest: [
      ...(range === undefined ? [] : [`90% 的情形下利润${between(range, 'money', currency)}。`]),
      `亏损的概率为 ${tight(inline(chanceFigure(today.chanceOfLoss, today.draws)))}。`,
      ...lastUnit(report),
    ],
  };
}

function sameSentence(report: Report): string {
  const { optimization } = report;
  const binding = optimization !== undefined && 'plan' in optimization ? optimization.binding : [];
  const holding = limitGroups(report, binding).filter(({ path }) => !path.startsWith('budget.'));
  if (holding.length === 0) return '推荐方案就是当前方案：下一笔钱投在哪个渠道收益都相同，调整没有好处。';
  const names = holding.slice(0, MOST_LIMITS).map(({ name }) => `“${name}”`);
  const more = holding.length > names.length ? `等 ${holding.length} 项` : '';
  return `推荐方案就是当前方案：在各项限制下没有更好的方案。起作用的限制是${names.join('、')}${more}。`;
}

function changeSentence(report: Report, { metric, mean, interval }: Difference): string {
  const { noun, kind } = goalWords(metric);
  const than = report.plans[0]!.totalSpend === 0 ? '完全不投放' : '当前方案';
  if (interval[0] <= 0 && interval[1] >= 0) return `预计推荐方案的${noun}与${than}大致相同。`;
  const amount = inline(figure({ ...mean, value: Math.abs(mean.value) }, kind));
  return `预计推荐方案比${than}${mean.value < 0 ? '少' : '多'} ${amount}${unitOf(report, kind)}${noun}。`;
}

function certainty(report: Report, { metric, range, chanceBetter }: Difference): string {
  const { kind } = goalWords(metric);
  const what = range[0] > 0 ? '增幅' : '差额';
  const chance = tight(inline(chanceFigure(chanceBetter, report.draws.judging)));
  const unit = kind === 'money' ? report.scenario.currency : '';
  return `90% 的情形下${what}${between(range, kind, unit)}；优于当前方案的概率为 ${chance}。`;
}

function level(report: Report, { metric }: Difference): string {
  const { noun, kind } = goalWords(metric);
  const { currency } = report.scenario;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const mean = (plan: PlanSummary) => inline(figure(plan.metrics[metric]!.mean, kind));
  const more = recommended.totalSpend - today.totalSpend;
  const spend = `${exact(recommended.totalSpend, 'money')} ${currency}`;
  const asToday = Math.abs(more) <= SAME_MONEY * today.totalSpend;
  const change = `比当前${more < 0 ? '少' : '多'} ${exact(Math.abs(more), 'money')} ${currency}`;
  return `预期${noun}为 ${mean(recommended)}${unitOf(report, kind).trimEnd()}（当前 ${mean(today)}），媒体投放 ${spend}，${asToday ? '与当前相同' : change}。`;
}

/** Totals that differ by less than this share are the same money. */
const SAME_MONEY = 1e-6;

function besideProportional(report: Report): readonly string[] {
  const change = report.differences.find(({ a }) => a === 'pro rata');
  if (change === undefined) return [];
  const { noun, kind } = goalWords(change.metric);
  const { value, standardError } = change.mean;
  const amount = inline(figure({ value: Math.abs(value), standardError }, kind));
  return [
    `与同样总额按当前比例分配相比，${value < 0 ? '少' : '多'} ${amount}${unitOf(report, kind)}${noun}：这部分只来自分配本身。`,
  ];
}

function lastUnit(report: Report): readonly string[] {
  const back = report.plans
    .at(-1)!
    .channels.filter(({ spend }) => spend > 0)
    .flatMap(({ name, marginalProfit }) => {
      const estimate = broughtBack(marginalProfit);
      return estimate === undefined ? [] : [{ name: channelLabel(report, name), estimate }];
    })
    .sort((a, b) => a.estimate.value - b.estimate.value);
  const [least, most] = [back[0], back.at(-1)];
  if (least === undefined || most === undefined) return [];
  const below = most.estimate.value < 1;
  if (!below && !(least.estimate.value > 1)) return [];
  const [from, to] = [least, most].map(({ estimate }) => inline(figure(estimate, 'ratio')));
  const what = `最后一笔投放带回的${below ? '少' : '多'}于它的成本`;
  if (back.length === 1) return [`${what}：${from}（${least.name}）。`];
  if (from === to) return [`在每个渠道，${what}：约 ${from}。`];
  return [`在每个渠道，${what}：从 ${from}（${least.name}）到 ${to}（${most.name}）。`];
}

function between(range: readonly [number, number], kind: FigureKind, unit: string): string {
  const [from, to] = roughRange(range, kind);
  return `在 ${from} 到 ${to}${unit === '' ? '' : ` ${unit}`} 之间`;
}

function unitOf(report: Report, kind: FigureKind): string {
  return kind === 'money' ? ` ${report.scenario.currency} ` : ' 名';
}
