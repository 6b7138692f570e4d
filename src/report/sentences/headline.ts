import type { Difference, PlanSummary, Report } from '../../domain.ts';
import { chanceFigure, figure, inline } from '../numbers/estimate.ts';
import { amount, type FigureKind } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { lastUnit } from './last-unit.ts';
import { noPlan } from './no-plan.ts';
import { shortProof } from './proof.ts';
import { samePlan } from './same-plan.ts';
import { goalWords } from './words.ts';

/** What a report says, most important first: one sentence that stands alone, and those that explain it. */
export interface Headline {
  readonly first: string;
  readonly rest: readonly string[];
}

export function headline(report: Report): Headline {
  const { optimization } = report;
  if (optimization === undefined) return ofToday(report);
  if (!('plan' in optimization)) return { first: noPlan(report, optimization), rest: [] };
  const change = report.differences.find(({ a }) => a === 'today');
  if (change === undefined) return ofToday(report);
  const same = samePlan(report);
  const first = same ?? changeSentence(report, change);
  const rest = [
    ...(same === undefined ? [certainty(report, change)] : []),
    level(report, change),
    ...shortProof(optimization),
    ...besideProportional(report),
    ...lastUnit(report),
  ];
  return { first, rest };
}

function ofToday(report: Report): Headline {
  const today = report.plans[0]!;
  const profit = today.metrics['profit']!;
  const { currency } = report.scenario;
  if (today.totalSpend === 0) {
    return {
      first: "Today's plan spends nothing, so there is nothing to simulate but what comes by itself.",
      rest: ['Give each channel its spend of today as `plan`.'],
    };
  }
  const range = rangeOf(today);
  const { value, standardError } = profit.mean;
  const sum = `${inline(figure({ value: Math.abs(value), standardError }, 'money'))}\u00a0${currency}`;
  return {
    first: `Today's plan is expected to ${value < 0 ? `lose ${sum}` : `earn ${sum} of profit`}.`,
    rest: [
      ...(range === undefined ? [] : [`In 90\u00a0% of cases it earns ${between(range, 'money', currency)}.`]),
      `The chance of a loss is ${inline(chanceFigure(today.chanceOfLoss, today.draws))}.`,
      ...lastUnit(report),
    ],
  };
}

function changeSentence(report: Report, { metric, mean, interval }: Difference): string {
  const { verb, noun, kind } = goalWords(metric);
  const than = report.plans[0]!.totalSpend === 0 ? 'spending nothing' : "today's";
  if (interval[0] <= 0 && interval[1] >= 0) {
    return `The recommended plan is expected to ${verb} about as much ${noun} as ${than}.`;
  }
  const much = inline(figure({ ...mean, value: Math.abs(mean.value) }, kind));
  const unit = kind === 'money' ? `\u00a0${report.scenario.currency}` : '';
  return `The recommended plan is expected to ${verb} ${much}${unit} ${mean.value < 0 ? 'less' : 'more'} ${noun} than ${than}.`;
}

function certainty(report: Report, { metric, range, chanceBetter }: Difference): string {
  const { kind } = goalWords(metric);
  const what = range[0] > 0 ? 'gain' : 'difference';
  const chance = inline(chanceFigure(chanceBetter, report.draws.judging));
  const unit = kind === 'money' ? report.scenario.currency : '';
  return `In 90\u00a0% of cases the ${what} is ${between(range, kind, unit)}; the chance that it is better is ${chance}.`;
}

function level(report: Report, { metric }: Difference): string {
  const { noun, kind } = goalWords(metric);
  const { currency } = report.scenario;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  const unit = kind === 'money' ? `\u00a0${currency}` : '';
  const mean = (plan: PlanSummary) => inline(figure(plan.metrics[metric]!.mean, kind));
  const more = recommended.totalSpend - today.totalSpend;
  const spend = `${amount(recommended.totalSpend)}\u00a0${currency} of media`;
  const asToday = Math.abs(more) <= SAME_MONEY * today.totalSpend;
  const change = `${amount(Math.abs(more))} ${more < 0 ? 'less' : 'more'} than today`;
  return `Expected ${noun}: ${mean(recommended)}${unit} instead of ${mean(today)}, with ${asToday ? `the same ${spend}` : `${spend}, ${change}`}.`;
}

/** Totals that differ by less than this share are the same money. */
const SAME_MONEY = 1e-6;

function besideProportional(report: Report): readonly string[] {
  const change = report.differences.find(({ a }) => a === 'pro rata');
  if (change === undefined) return [];
  const { noun, kind } = goalWords(change.metric);
  const { value, standardError } = change.mean;
  const much = inline(figure({ value: Math.abs(value), standardError }, kind));
  const unit = kind === 'money' ? `\u00a0${report.scenario.currency}` : '';
  return [
    `Against the same total split as today, that is ${much}${unit} ${value < 0 ? 'less' : 'more'} ${noun}: so much lies in the split alone.`,
  ];
}

/** Where 90 % of a plan's profit lies. */
export function rangeOf({ metrics }: PlanSummary): readonly [number, number] | undefined {
  const at = (probability: number) =>
    metrics['profit']!.quantiles.find((quantile) => quantile.probability === probability)?.estimate.value;
  const [from, to] = [at(0.05), at(0.95)];
  return from === undefined || to === undefined ? undefined : [from, to];
}

function between(range: readonly [number, number], kind: FigureKind, unit: string): string {
  const [from, to] = roughRange(range, kind);
  return `between ${from} and ${to}${unit === '' ? '' : `\u00a0${unit}`}`;
}
