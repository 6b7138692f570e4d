/** The sentences of a headline in English. */
import type { Difference, Estimate, GoalMetric, GoalSummary, PlanSummary, Report } from '../../domain.ts';
import { showExactly } from '../../scenario/quantity/shown.ts';
import { chanceFigure, figure, inline } from '../numbers/estimate.ts';
import { amount, exact, type FigureKind } from '../numbers/exact.ts';
import { rough, roughRange } from '../numbers/rough.ts';
import { plain } from '../plain.ts';
import { othersOf } from './goal.ts';
import {
  headlineOf,
  isAlike,
  SAME_SHARE,
  type Breaks,
  type Headline,
  type HeadlineSentences,
} from './headline-walk.ts';
import { neverReached } from './never-reached.ts';
import { noPlan } from './no-plan.ts';
import { shortProof } from './proof.ts';
import { missText, wishInFull, wishText } from './wish-words.ts';
import { aboutAsMuch, goalWords, listText, moreOf, worstWords } from './words.ts';

export type { Headline } from './headline-walk.ts';

export function headline(report: Report): Headline {
  return headlineOf(report, sentences);
}

const MOST_LIMITS = 3;

const sentences: HeadlineSentences = {
  nothingSpent: {
    first: "Today's plan spends nothing, so there is nothing to simulate but what comes by itself.",
    rest: ['Give each channel its spend of today as `plan`.'],
  },
  noPlan,
  today(report, { metrics }) {
    const { value, standardError } = metrics['profit']!.mean;
    const sum = withUnit(inline(figure({ value: Math.abs(value), standardError }, 'money')), 'money', report);
    return `Today's plan is expected to ${value < 0 ? `lose ${sum}` : `earn ${sum} of profit`}.`;
  },
  todaysRange: (report, range) => `In 90\u00a0% of cases it earns ${between(range, 'money', report)}.`,
  chanceOfLoss: (_, today) => `The chance of a loss is ${inline(chanceFigure(today.chanceOfLoss, today.draws))}.`,
  same(_, { why, limits }) {
    if (why === 'nothing found') return "The recommended plan is today's: the search found no better one.";
    if (why === 'balanced')
      return "The recommended plan is today's: the next unit of money brings as much in one channel as in another, so nothing is gained by moving it.";
    if (why === 'nothing better') return "The recommended plan is today's: no plan within the limits is better.";
    const names = limits.slice(0, MOST_LIMITS).map(({ name }) => `«${name}»`);
    const all = limits.length > names.length ? [...names, `${limits.length - names.length} more`] : names;
    return `The recommended plan is today's: the limits leave no better one. It is held by ${listText(all)}.`;
  },
  change(report, difference) {
    const { metric, mean } = difference;
    const { verb, kind } = goalWords(metric);
    const [today, recommended] = ends(report);
    const than = today.totalSpend === 0 ? 'spending nothing' : "today's";
    const others = othersOf(report.scenario.goal).map(([other]) => otherChange(report, other, today, recommended));
    const rest = others.length === 0 ? '' : `, with ${listText(others)}`;
    if (isAlike(report, difference))
      return `The recommended plan is expected to ${verb} ${aboutAsMuch(metric)} as ${than}${rest}.`;
    const much = withUnit(inline(figure({ ...mean, value: Math.abs(mean.value) }, kind)), kind, report);
    return `The recommended plan is expected to ${verb} ${much} ${moreOf(metric, mean.value)} than ${than}${rest}.`;
  },
  leastSpend(report, { status }) {
    const [today, recommended] = ends(report);
    const what = status === 'optimal' ? 'least spend' : 'least spend found';
    const than = changeOfSpend(today, recommended) ?? "as much as today's plan";
    return `The ${what} that reaches all you ask for is ${amount(recommended.totalSpend)}\u00a0${report.scenario.currency} of media, ${than}.`;
  },
  chance(report, chanceOf) {
    const { verb, noun, kind } = goalWords(report.scenario.goal.maximize);
    const [today, recommended] = ends(report);
    const [before, after] = [today, recommended].map(({ goal, draws }) => inline(chanceFigure(goal.chance!, draws)));
    const least = withNoun(exact(chanceOf, kind), noun, kind, report);
    const never = neverReached(report);
    if (never !== undefined) {
      const { draws, inTen } = never;
      const none = `No plan was found that ${verb}s at least ${least} in any of ${exact(draws, 'count')} draws.`;
      const shown = (estimate: Estimate) => withUnit(inline(figure(estimate, kind)), kind, report);
      if (inTen === undefined) return none;
      return `${none} In one of ten cases the recommended one ${verb}s at least ${shown(inTen.recommended)}, today's ${shown(inTen.today)}.`;
    }
    return `The recommended plan ${verb}s at least ${least} with a chance of ${after}, today's with ${before}.`;
  },
  certainty(report, { metric, range, chanceBetter }) {
    const { kind } = goalWords(metric);
    const what = range[0] > 0 ? 'gain' : 'difference';
    const chance = inline(chanceFigure(chanceBetter, report.draws.judging));
    return `In 90\u00a0% of cases the ${what} is ${between(range, kind, report)}; the chance that it is better is ${chance}.`;
  },
  level(report, { metric }) {
    const { noun, kind } = goalWords(metric);
    const { currency } = report.scenario;
    const [today, recommended] = ends(report);
    const mean = (plan: PlanSummary) => inline(figure(plan.metrics[metric]!.mean, kind));
    const figures = `Expected ${noun}: ${withUnit(mean(recommended), kind, report)} instead of ${mean(today)}`;
    if (report.scenario.goal.minimize !== undefined) return `${figures}.`;
    const spend = `${amount(recommended.totalSpend)}\u00a0${currency} of media`;
    const change = changeOfSpend(today, recommended);
    return `${figures}, with ${change === undefined ? `the same ${spend}` : `${spend}, ${change}`}.`;
  },
  mix(report) {
    const { goal } = report.scenario;
    const { kind } = goalWords(goal.maximize);
    const [today, recommended] = ends(report).map(({ goal: { mean } }) => inline(figure(mean, kind)));
    const counts = othersOf(goal).map(
      ([metric, worth]) =>
        `${ONE[metric]} as ${withUnit(showExactly(Number(worth.toPrecision(12)), 'number'), kind, report)}`,
    );
    const unit = kind === 'money' ? '' : ' customers';
    return `The goal counts ${listText(counts)}${unit}: ${withUnit(recommended!, kind, report)} instead of ${today}.`;
  },
  worstCases(report, { worst, weight, of }) {
    const { noun, kind } = goalWords(report.scenario.goal.maximize);
    const [today, recommended] = ends(report).map(({ goal }) => inline(figure(goal.worst, kind)));
    const what = report.scenario.goal.plus === undefined ? noun : 'the goal';
    const counts =
      weight === undefined ? '' : `; that counts ${exact(weight * 100, 'ratio')}\u00a0% of what is maximized`;
    const shown = withUnit(recommended!, kind, report);
    return of === 'gain over today'
      ? `In the ${worstWords(worst)} of cases for the change, it gains ${shown} over today's plan on average (${what})${counts}.`
      : `In the ${worstWords(worst)} of cases, ${what} is ${shown} on average instead of ${today}${counts}.`;
  },
  worstOf(report, { lowerBound }, stresses) {
    const { noun, kind } = goalWords(report.scenario.goal.maximize);
    const cases = listText(['without stress', ...stresses.map((name) => `under «${plain(name)}»`)]);
    const least = withNoun(rough(lowerBound, kind), noun, kind, report);
    return `The plan is chosen for the worst of ${stresses.length + 1} cases, ${cases}: in each of them it brings at least ${least} on average over the draws it was searched on.`;
  },
  underStress(report, stressed, { wishes }) {
    const { goal } = report.scenario;
    const { noun, kind } = goalWords(goal.maximize);
    const mean = (of: GoalSummary) => withUnit(inline(figure(of.mean, kind)), kind, report);
    const [, recommended] = ends(report);
    const cases = [
      `${mean(recommended.goal)} without stress`,
      ...stressed.map((one) => `${mean(one.recommended)} under «${plain(one.stress)}»`),
    ];
    const missed = stressed.flatMap(({ stress, missed: some }) =>
      some.length === 0
        ? []
        : [`${listText(some.map((wish) => `«${wishText(report, wish)}»`))} under «${plain(stress)}»`],
    );
    const rest = missed.length === 0 ? '' : `; missed ${missed.length === 1 ? 'is' : 'are'} ${listText(missed)}`;
    const held =
      wishes.length === 0 ? '' : ` Targets and limits on risk are held in the case without stress only${rest}.`;
    return `On fresh draws, ${goal.plus === undefined ? `its expected ${noun}` : 'the goal'} is ${listText(cases)}.${held}`;
  },
  stopped({ missesTargets }, known) {
    const missing = missesTargets ? ' This one does not reach all targets yet.' : '';
    return {
      gap: `The search was stopped: there may be a better plan.${missing}`,
      nothing: `The search was stopped: there may be a better plan, and how much better is not known.${missing}`,
      'no plan': 'The search was stopped: a longer one may come nearer to what is asked.',
    }[known];
  },
  proof: shortProof,
  missed(report, wishes) {
    const names = wishes.map((wish) => `«${wishInFull(wish, report.scenario)}»`);
    return `It misses ${listText(names)}, which the search cannot be limited by: ask for the figures it is made of, or set limits.`;
  },
  besideProportional(report, difference, breaks) {
    const that = differenceText(report, difference);
    const broken = brokenText(report, breaks);
    return broken === undefined && difference.mean.value > 0 && !isAlike(report, difference)
      ? `Against the same total split as today, ${that}: so much lies in the split alone.`
      : `Against the same total split as today${broken === undefined ? '' : `, which ${broken}`}, ${that}.`;
  },
  besideEqualReturn(report, difference, breaks) {
    const broken = brokenText(report, breaks) ?? 'breaks none of them';
    return `Against the same total split by equal marginal return with all limits ignored, which ${broken}, ${differenceText(report, difference)}.`;
  },
  lastUnit({ than, least, most, alone }) {
    const words = { less: 'less than it costs', about: 'about what it costs', more: 'more than it costs' } as const;
    const what = `The last unit of money brings back ${words[than]}`;
    if (alone) return `${what}: ${least.text} (${least.name}).`;
    if (least.text === most.text) return `${what} in every channel: about ${least.text}.`;
    return `${what} in every channel: from ${least.text} (${least.name}) to ${most.text} (${most.name}).`;
  },
};

/** `that is 1,200 ± 30 EUR more profit`, `that is about as much profit`. */
function differenceText(report: Report, difference: Difference): string {
  const { metric, mean } = difference;
  if (isAlike(report, difference)) return `that is ${aboutAsMuch(metric)}`;
  const { kind } = goalWords(metric);
  const much = withUnit(inline(figure({ ...mean, value: Math.abs(mean.value) }, kind)), kind, report);
  return `that is ${much} ${moreOf(metric, mean.value)}`;
}

/** `breaks «tv, at most» and misses «customers at least 2,400» by 12`; undefined where it does neither. */
function brokenText(report: Report, breaks: Breaks): string | undefined {
  const missed = breaks.missed.map((miss) => missText(miss, report.scenario));
  const parts = [
    ...(breaks.named.length === 0 ? [] : [`breaks ${listOf(breaks)}`]),
    ...(missed.length === 0 ? [] : [`misses ${listText(missed)}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' and ');
}

/** `«tv, at most», «search, at least» and 2 more` */
function listOf({ named, others }: Pick<Breaks, 'named' | 'others'>): string {
  const names = named.map(({ name }) => `«${name}»`);
  return listText(others > 0 ? [...names, `${others} more`] : names);
}

const ONE: Readonly<Record<GoalMetric, string>> = {
  profit: 'a unit of profit',
  revenue: 'a unit of revenue',
  margin: 'a unit of margin',
  customers: 'a customer',
};

/** Today's plan and the recommended one. */
function ends({ plans }: Report): readonly [PlanSummary, PlanSummary] {
  return [plans[0]!, plans.at(-1)!];
}

/** `278 more customers`. */
function otherChange(report: Report, metric: GoalMetric, today: PlanSummary, recommended: PlanSummary): string {
  const { kind } = goalWords(metric);
  const by = recommended.metrics[metric]!.mean.value - today.metrics[metric]!.mean.value;
  return `${withUnit(rough(Math.abs(by), kind), kind, report)} ${moreOf(metric, by)}`;
}

/** `9,000 less than today`; undefined where it is the same. */
function changeOfSpend(today: PlanSummary, recommended: PlanSummary): string | undefined {
  const more = recommended.totalSpend - today.totalSpend;
  if (Math.abs(more) <= SAME_SHARE * today.totalSpend) return undefined;
  return `${amount(Math.abs(more))} ${more < 0 ? 'less' : 'more'} than today`;
}

function between(range: Difference['range'], kind: FigureKind, report: Report): string {
  const [from, to] = roughRange(range, kind);
  return `between ${from} and ${withUnit(to, kind, report)}`;
}

function withUnit(text: string, kind: FigureKind, { scenario: { currency } }: Report): string {
  return kind === 'money' ? `${text}\u00a0${currency}` : text;
}

/** `12,000 EUR of profit`, `12 customers`. */
function withNoun(text: string, noun: string, kind: FigureKind, report: Report): string {
  return kind === 'money' ? `${withUnit(text, kind, report)} of ${noun}` : `${text} ${noun}`;
}
