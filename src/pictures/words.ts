import type { Cause } from '../compare/comparison.ts';
import type { FrontierName, GoalMetric, PeriodUnit } from '../domain.ts';
import type { BroughtFigure } from '../simulate/summary/brought.ts';
import type { TickText } from './axis.ts';

/** Which plan a caption speaks of; in English also its word. */
export type CalledPlan = 'today' | 'recommended' | 'nearest';

/** Texts of charts in one language; amounts come as texts. */
export interface ChartWords {
  /** A number as English writes it, in the typography of the language. */
  readonly number: (text: string) => string;
  /** Names one after the other. */
  readonly listed: (names: readonly string[]) => string;
  /** An amount for a label. */
  readonly short: (value: number) => string;
  /** An amount along an axis, beside all others there. */
  readonly tick: TickText;
  /** Heading of a column that says whose figures a row holds. */
  readonly plan: string;
  readonly today: string;
  readonly recommended: string;
  /** In the place of a recommended plan where none reaches what is asked. */
  readonly nearest: string;
  readonly channel: string;
  readonly total: string;
  readonly period: (unit: PeriodUnit, number: number) => string;
  readonly dots: {
    readonly title: string;
    readonly caption: (currency: string, dots: number) => string;
    /** Beside the name of a plan, over its dots. */
    readonly label: (name: string, median: string) => string;
    readonly summary: (plans: readonly SpreadWords[], currency: string) => string;
    readonly target: (value: string, chances: readonly (readonly [name: string, chance: string])[]) => string;
    readonly chance: string;
    readonly below: (probability: string) => string;
  };
  readonly cumulative: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    readonly atLeast: (currency: string) => string;
  };
  readonly course: {
    readonly title: string;
    readonly caption: (currency: string, unit: PeriodUnit) => string;
    readonly summary: (facts: {
      readonly end: string;
      readonly low: string;
      readonly high: string;
      readonly positive: string | undefined;
    }) => string;
    /** At the end of the bands and lines. */
    readonly bands: { readonly high: string; readonly low: string };
    readonly columns: readonly [string, string, string, string, string, string];
  };
  readonly stack: {
    readonly title: string;
    readonly caption: (currency: string, unit: PeriodUnit) => string;
    /** Channels that are drawn as one. */
    readonly others: (count: number) => string;
    readonly summary: (most: string, share: string, channels: number) => string;
  };
  readonly multiples: {
    readonly title: string;
    /** @param other  the plan beside today's */
    readonly caption: (currency: string, most: string, unit: PeriodUnit, other: CalledPlan | undefined) => string;
    readonly note: (today: string, recommended: string | undefined) => string;
    readonly summary: (up: readonly string[], down: readonly string[]) => string;
  };
  readonly curves: {
    readonly title: Readonly<Record<BroughtFigure, string>>;
    /** @param plan  what the other channels are given */
    readonly caption: (figure: BroughtFigure, currency: string, most: string, plan: CalledPlan) => string;
    readonly observed: string;
    /** Of the channel that adds the most. */
    readonly summary: (channel: string, mean: string, low: string, high: string) => string;
    readonly columns: (
      figure: BroughtFigure,
      currency: string,
    ) => readonly [spend: string, mean: string, low: string, high: string];
  };
  readonly marginal: {
    readonly title: string;
    /** @param other  the plan of the bars, with rings for today; else the bars are today */
    readonly caption: (currency: string, other: CalledPlan | undefined) => string;
    readonly pays: string;
    readonly summary: (most: string, mostText: string, least: string, leastText: string) => string;
  };
  readonly frontier: {
    readonly title: Readonly<Record<'risk' | 'budget', string>>;
    readonly caption: (mean: GoalMetric, currency: string) => string;
    readonly across: (by: 'risk' | 'budget', worst: string, currency: string) => string;
    readonly names: Readonly<Record<FrontierName | 'today' | 'pro rata', string>>;
    readonly summary: (
      plans: number,
      from: readonly [string, string],
      to: readonly [string, string],
      by: 'risk' | 'budget',
    ) => string;
    readonly columns: (
      by: 'risk' | 'budget',
    ) => readonly [plan: string, spend: string, mean: string, worst: string, loss: string];
    /** One of the best plans as sentences call it, with its names, if any. */
    readonly point: (sign: string, names: string) => string;
  };
  readonly bridge: {
    readonly title: (a: string, b: string) => string;
    readonly caption: (maximize: GoalMetric, currency: string) => string;
    readonly summary: (most: string, by: string) => string;
    readonly cause: (cause: Cause, label: (channel: string) => string) => string;
    readonly others: string;
    readonly columns: readonly [cause: string, change: string];
  };
  readonly spider: {
    readonly title: (maximize: GoalMetric) => string;
    readonly caption: (maximize: GoalMetric, currency: string) => string;
    /** Under the picture. */
    readonly across: string;
    /** Of the assumption with the steepest line. */
    readonly summary: (assumption: string, low: string, high: string) => string;
    readonly assumption: string;
  };
  readonly scatter: {
    readonly title: (maximize: GoalMetric) => string;
    readonly caption: (maximize: GoalMetric, currency: string) => string;
    /** Of the most influential assumption. */
    readonly summary: (assumption: string, low: string, high: string) => string;
    readonly columns: (maximize: GoalMetric) => readonly [assumption: string, value: string, mean: string];
  };
  readonly gap: {
    readonly title: string;
    readonly caption: string;
    readonly summary: (gap: string, seconds: string) => string;
    readonly seconds: (value: string) => string;
    readonly columns: readonly [string, string];
  };
}

export interface SpreadWords {
  readonly name: string;
  readonly median: string;
  readonly low: string;
  readonly high: string;
}
