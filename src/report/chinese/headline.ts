/** The sentences of `../sentences/headline.ts` in Chinese. */
import type { Difference, Estimate, GoalMetric, GoalSummary, PlanSummary, Report } from '../../domain.ts';
import { chanceFigure, figure, inline } from '../numbers/estimate.ts';
import { amount, exact, type FigureKind } from '../numbers/exact.ts';
import { rough, roughRange } from '../numbers/rough.ts';
import { othersOf } from '../sentences/goal.ts';
import {
  headlineOf,
  isAlike,
  SAME_SHARE,
  type Breaks,
  type Headline,
  type HeadlineSentences,
} from '../sentences/headline-walk.ts';
import { neverReached } from '../sentences/never-reached.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { plain } from '../plain.ts';
import { noPlan, shortProof } from './certainty.ts';
import { limitName, quoted } from './limits.ts';
import { missText, wishInFull, wishText } from './wishes.ts';
import { goalWords, tight, worstWords } from './words.ts';

export function headline(report: Report): Headline {
  return headlineOf(report, sentences);
}

const MOST_LIMITS = 3;

const sentences: HeadlineSentences = {
  nothingSpent: {
    first: '当前方案没有任何投放，除自然而来的客户外没有可模拟的内容。',
    rest: ['请在每个渠道的 `plan` 中写明当前投放。'],
  },
  noPlan,
  today(report, { metrics }) {
    const { value, standardError } = metrics['profit']!.mean;
    const sum = `${inline(figure({ value: Math.abs(value), standardError }, 'money'))} ${report.scenario.currency}`;
    return value < 0 ? `当前方案预计亏损 ${sum}。` : `当前方案的预期利润为 ${sum}。`;
  },
  todaysRange: (report, range) => `90% 的情形下利润${between(range, 'money', report)}。`,
  chanceOfLoss: (_, today) => `亏损的概率为 ${tight(inline(chanceFigure(today.chanceOfLoss, today.draws)))}。`,
  same(report, { why, limits }) {
    if (why === 'nothing found') return '推荐方案就是当前方案：没有找到更好的方案。';
    if (why === 'balanced') return '推荐方案就是当前方案：下一笔钱投在哪个渠道收益都相同，调整没有好处。';
    if (why === 'nothing better') return '推荐方案就是当前方案：在各项限制下没有更好的方案。';
    const names = limits.slice(0, MOST_LIMITS).map((group) => quoted(limitName(report, group)));
    const more = limits.length > names.length ? `等 ${limits.length} 项` : '';
    return `推荐方案就是当前方案：在各项限制下没有更好的方案。起作用的限制是${names.join('、')}${more}。`;
  },
  change(report, difference) {
    const { metric, mean } = difference;
    const { noun, kind } = goalWords(metric);
    const [today, recommended] = ends(report);
    const than = today.totalSpend === 0 ? '完全不投放' : '当前方案';
    const others = othersOf(report.scenario.goal).map(([other]) => otherChange(report, other, today, recommended));
    const rest = others.length === 0 ? '' : `，${others.join('，')}`;
    if (isAlike(report, difference)) return `预计推荐方案的${noun}与${than}大致相同${rest}。`;
    const much = inline(figure({ ...mean, value: Math.abs(mean.value) }, kind));
    return `预计推荐方案比${than}${mean.value < 0 ? '少' : '多'} ${much}${unitOf(report, kind)}${noun}${rest}。`;
  },
  leastSpend(report, { status }) {
    const [today, recommended] = ends(report);
    const what = status === 'optimal' ? '最少的媒体投放' : '找到的最少媒体投放';
    const spend = `${amount(recommended.totalSpend)} ${report.scenario.currency}`;
    return `达到全部要求，${what}为 ${spend}，${changeOfSpend(today, recommended, report)}。`;
  },
  chance(report, chanceOf) {
    const { noun, kind } = goalWords(report.scenario.goal.maximize);
    const unit = unitOf(report, kind).trimEnd();
    const never = neverReached(report);
    if (never !== undefined) {
      const { draws, inTen } = never;
      const none = `没有找到方案能在 ${exact(draws, 'count')} 次模拟中的任何一次使${noun}达到 ${exact(chanceOf, kind)}${unit}。`;
      const shown = (estimate: Estimate) => `${inline(figure(estimate, kind))}${unit}`;
      if (inTen === undefined) return none;
      return `${none}在十分之一的情形下，推荐方案的${noun}不低于 ${shown(inTen.recommended)}，当前方案不低于 ${shown(inTen.today)}。`;
    }
    const [before, after] = ends(report).map(({ goal, draws }) => tight(inline(chanceFigure(goal.chance!, draws))));
    return `推荐方案有 ${after} 的概率使${noun}达到 ${exact(chanceOf, kind)}${unit}，当前方案为 ${before}。`;
  },
  certainty(report, { metric, range, chanceBetter }) {
    const { kind } = goalWords(metric);
    const what = range[0] > 0 ? '增幅' : '差额';
    const chance = tight(inline(chanceFigure(chanceBetter, report.draws.judging)));
    return `90% 的情形下${what}${between(range, kind, report)}；优于当前方案的概率为 ${chance}。`;
  },
  level(report, { metric }) {
    const { noun, kind } = goalWords(metric);
    const { currency, goal } = report.scenario;
    const [today, recommended] = ends(report);
    const mean = (plan: PlanSummary) => inline(figure(plan.metrics[metric]!.mean, kind));
    const figures = `预期${noun}为 ${mean(recommended)}${unitOf(report, kind).trimEnd()}（当前 ${mean(today)}）`;
    if (goal.minimize !== undefined) return `${figures}。`;
    const spend = `${amount(recommended.totalSpend)} ${currency}`;
    return `${figures}，媒体投放 ${spend}，${changeOfSpend(today, recommended, report)}。`;
  },
  mix(report) {
    const { goal } = report.scenario;
    const { kind } = goalWords(goal.maximize);
    const [today, recommended] = ends(report).map(({ goal: { mean } }) => inline(figure(mean, kind)));
    const unit = unitOf(report, kind).trimEnd();
    const counts = othersOf(goal).map(
      ([metric, worth]) => `${ONE[metric]}计为 ${showExactly(Number(worth.toPrecision(12)), 'number')}${unit}`,
    );
    return `目标中${counts.join('，')}：推荐方案为 ${recommended}${unit}，当前方案为 ${today}。`;
  },
  worstCases(report, { worst, weight, of }) {
    const { goal } = report.scenario;
    const { noun, kind } = goalWords(goal.maximize);
    const [today, recommended] = ends(report).map((plan) => inline(figure(plan.goal.worst, kind)));
    const what = goal.plus === undefined ? noun : '目标值';
    const unit = unitOf(report, kind).trimEnd();
    const counts = weight === undefined ? '' : `；它在目标中占 ${exact(weight * 100, 'ratio')}%`;
    return of === 'gain over today'
      ? `相对当前方案变化${worstWords(worst)}下，${what}平均增加 ${recommended}${unit}${counts}。`
      : `${worstWords(worst)}下，${what}平均为 ${recommended}${unit}（当前 ${today}）${counts}。`;
  },
  worstOf(report, { lowerBound }, stresses) {
    const { noun, kind } = goalWords(report.scenario.goal.maximize);
    const cases = ['无压力', ...stresses.map((name) => `“${plain(name)}”`)].join('、');
    const least = `${rough(lowerBound, kind)}${unitOf(report, kind).trimEnd()}`;
    return `此方案针对 ${stresses.length + 1} 种情形中最差的一种：${cases}。在搜索用的模拟上，每种情形的平均${noun}至少为 ${least}。`;
  },
  underStress(report, stressed, { wishes }) {
    const { goal } = report.scenario;
    const { noun, kind } = goalWords(goal.maximize);
    const mean = (of: GoalSummary) => `${inline(figure(of.mean, kind))}${unitOf(report, kind).trimEnd()}`;
    const [, recommended] = ends(report);
    const cases = [
      `无压力时 ${mean(recommended.goal)}`,
      ...stressed.map((one) => `“${plain(one.stress)}”下 ${mean(one.recommended)}`),
    ];
    const missed = stressed.flatMap(({ stress, missed: some }) =>
      some.length === 0
        ? []
        : [`“${plain(stress)}”下未达到${some.map((wish) => `“${wishText(report, wish)}”`).join('、')}`],
    );
    const held = wishes.length === 0 ? '' : `${['各项要求和风险限制只在无压力的情形下保证', ...missed].join('；')}。`;
    return `在全新模拟上，${goal.plus === undefined ? `预期${noun}` : '目标值'}为：${cases.join('，')}。${held}`;
  },
  stopped({ missesTargets }, known) {
    const missing = missesTargets ? '此方案尚未达到所有目标。' : '';
    return {
      gap: `搜索已停止：可能还有更好的方案。${missing}`,
      nothing: `搜索已停止：可能还有更好的方案，好多少尚不知道。${missing}`,
      'no plan': '搜索已停止：更久的搜索可能更接近所求。',
    }[known];
  },
  proof: shortProof,
  missed(report, wishes) {
    const names = wishes.map((wish) => `“${wishInFull(wish, report.scenario)}”`);
    return `此方案未达到${names.join('、')}，搜索无法以此为限制条件：可改为对构成它的指标提出要求，或设定限制。`;
  },
  besideProportional(report, difference, breaks) {
    const that = differenceText(report, difference);
    const broken = brokenText(report, breaks);
    return broken === undefined && difference.mean.value > 0 && !isAlike(report, difference)
      ? `与同样总额按当前比例分配相比，${that}：这部分只来自分配本身。`
      : `与同样总额按当前比例分配相比${broken === undefined ? '' : `（它${broken}）`}，${that}。`;
  },
  besideEqualReturn(report, difference, breaks) {
    const broken = `它${brokenText(report, breaks) ?? '没有违反任何限制'}`;
    return `与同样总额、忽略所有限制、按边际回报相等分配相比（${broken}），${differenceText(report, difference)}。`;
  },
  lastUnit({ than, least, most, alone }) {
    const what = `最后一笔投放带回的${{ less: '少于', about: '约等于', more: '多于' }[than]}它的成本`;
    if (alone) return `${what}：${least.text}（${least.name}）。`;
    if (least.text === most.text) return `在每个渠道，${what}：约 ${least.text}。`;
    return `在每个渠道，${what}：从 ${least.text}（${least.name}）到 ${most.text}（${most.name}）。`;
  },
};

/** `多 1,200 ± 30 EUR 利润`, `利润大致相同`. */
function differenceText(report: Report, difference: Difference): string {
  const { metric, mean } = difference;
  const { noun, kind } = goalWords(metric);
  if (isAlike(report, difference)) return `${noun}大致相同`;
  const much = inline(figure({ ...mean, value: Math.abs(mean.value) }, kind));
  return `${mean.value < 0 ? '少' : '多'} ${much}${unitOf(report, kind)}${noun}`;
}

function brokenText(report: Report, breaks: Breaks): string | undefined {
  const missed = breaks.missed.map((miss) => missText(miss, report.scenario));
  const parts = [
    ...(breaks.named.length === 0 ? [] : [`违反${listOf(report, breaks)}`]),
    ...(missed.length === 0 ? [] : [`未达到${missed.join('、')}`]),
  ];
  return parts.length === 0 ? undefined : parts.join('，');
}

function listOf(report: Report, { named, others }: Pick<Breaks, 'named' | 'others'>): string {
  const names = named.map((group) => quoted(limitName(report, group))).join('、');
  return others > 0 ? `${names}等 ${named.length + others} 项限制` : names;
}

const ONE: Readonly<Record<GoalMetric, string>> = {
  profit: '每单位利润',
  revenue: '每单位收入',
  margin: '每单位毛利',
  customers: '每名客户',
};

/** Today's plan and the recommended one. */
function ends({ plans }: Report): readonly [PlanSummary, PlanSummary] {
  return [plans[0]!, plans.at(-1)!];
}

function otherChange(report: Report, metric: GoalMetric, today: PlanSummary, recommended: PlanSummary): string {
  const { noun, kind } = goalWords(metric);
  const by = recommended.metrics[metric]!.mean.value - today.metrics[metric]!.mean.value;
  return `${by < 0 ? '少' : '多'} ${rough(Math.abs(by), kind)}${unitOf(report, kind)}${noun}`;
}

function changeOfSpend(today: PlanSummary, recommended: PlanSummary, report: Report): string {
  const more = recommended.totalSpend - today.totalSpend;
  if (Math.abs(more) <= SAME_SHARE * today.totalSpend) return '与当前相同';
  return `比当前${more < 0 ? '少' : '多'} ${amount(Math.abs(more))} ${report.scenario.currency}`;
}

function between(range: Difference['range'], kind: FigureKind, report: Report): string {
  const [from, to] = roughRange(range, kind);
  return `在 ${from} 到 ${to}${kind === 'money' ? ` ${report.scenario.currency}` : ''} 之间`;
}

function unitOf(report: Report, kind: FigureKind): string {
  return kind === 'money' ? ` ${report.scenario.currency} ` : ' 名';
}
