import type { WishResult } from './optimization.ts';
import type { GoalMetric, Target, TargetRatio } from './scenario.ts';

/** A simulated figure with its simulation standard error. */
export interface Estimate {
  readonly value: number;
  /** Simulation noise of `value`; 0 for figures that are certain. */
  readonly standardError: number;
}

/** A figure of one plan across draws. */
export interface MetricSummary {
  readonly mean: Estimate;
  readonly sd: Estimate;
  /** Value that a draw falls below with the given probability. */
  readonly quantiles: readonly { readonly probability: number; readonly estimate: Estimate }[];
  /** Mean of the worst tenth of draws. */
  readonly worstMean: Estimate;
}

export interface ChannelSummary {
  readonly name: string;
  readonly spend: number;
  readonly cost: Estimate;
  readonly leads: Estimate;
  readonly customers: Estimate;
  readonly revenue: Estimate;
  readonly profit: Estimate;
  readonly hours: Estimate;
  /** Revenue per unit of spend; absent when nothing is spent. */
  readonly roas?: Estimate;
  /** Revenue from the next unit of spend, spread over periods as the plan spreads it. */
  readonly marginalRoas?: Estimate;
  /** Change of profit from the next unit of spend. */
  readonly marginalProfit?: Estimate;
  /**
   * Spend over which these two are averages, where nothing is spent in a channel whose very first money would promise far
   * more than any sum keeps; absent where they are of the next unit.
   */
  readonly marginalOver?: number;
  /**
   * Mean of what using the channel costs at all, once or in people's hours, where nothing is spent in it: the marginal figures leave it
   * out. Absent where that is nothing.
   */
  readonly useCost?: Estimate;
  /** Acquisition cost per customer without and with people's time; absent when there are no customers. */
  readonly cacCash?: Estimate;
  readonly cacFull?: Estimate;
  /** Share of what is reached that lies inside the target. */
  readonly precision?: Estimate;
  readonly range: { readonly customers: readonly [number, number]; readonly profit: readonly [number, number] };
  readonly byPeriod: {
    readonly spend: readonly number[];
    readonly customers: readonly Estimate[];
    readonly revenue: readonly Estimate[];
    readonly profit: readonly Estimate[];
  };
  readonly carryIn: { readonly customers: Estimate; readonly profit: Estimate };
  readonly tail: { readonly customers: Estimate; readonly profit: Estimate };
}

export interface TargetSummary {
  readonly target: Target;
  /** The figure over all draws: a mean, or a ratio; absent where there is none, such as a payback that never comes. */
  readonly value?: Estimate;
  /** Share of draws that reach it; absent for ratios of which no chance is asked. */
  readonly chance?: Estimate;
  /** Whether the wished chance, or without one the figure itself, is reached, as far as the simulation can tell. */
  readonly verdict: Verdict;
}

export type Verdict = 'reached' | 'missed' | 'too close to call';

/** The goal as it is written, stresses apart. */
export interface GoalSummary {
  /** Mean of the figure to maximize, with what other figures count in its units. */
  readonly mean: Estimate;
  /** Chance of reaching `chanceOf`. */
  readonly chance?: Estimate;
  /** Mean over the worst cases that `risk` speaks of, and whether it reaches what is asked of it. */
  readonly worst?: Estimate;
  readonly worstVerdict?: Verdict;
}

/** What the goal comes to under a stress of the file. */
export interface UnderStress {
  readonly stress: string;
  readonly today: GoalSummary;
  readonly recommended: GoalSummary;
  /** What is asked beside the goal and missed there by the recommended plan: it is a limit of the search without stress only. */
  readonly missed: readonly WishResult['wish'][];
}

/** What one plan leads to, judged on one set of draws. */
export interface PlanSummary {
  readonly plan: string;
  readonly spend: readonly (readonly number[])[];
  readonly totalSpend: number;
  readonly draws: number;
  readonly metrics: Readonly<Record<string, MetricSummary>>;
  /** Those that exist; `marginalRoas` is the smallest of channels with spend in periods to come, `payback` is in periods. */
  readonly ratios: Readonly<Partial<Record<TargetRatio, Estimate>>>;
  readonly chanceOfLoss: Estimate;
  readonly goal: GoalSummary;
  readonly targets: readonly TargetSummary[];
  readonly channels: readonly ChannelSummary[];
  /** Share of draws by class of profit; all plans of a report have the same class edges, one more than shares. */
  readonly profitDistribution: { readonly edges: readonly number[]; readonly shares: readonly number[] };
  readonly carryInProfit: Estimate;
  readonly tailProfit: Estimate;
  readonly byPeriod: { readonly profit: readonly Estimate[]; readonly revenue: readonly Estimate[] };
}

/** Plan B minus plan A on the same draws. */
export interface Difference {
  readonly a: string;
  readonly b: string;
  readonly metric: GoalMetric;
  readonly mean: Estimate;
  /** 95 % interval of `mean`: simulation noise. */
  readonly interval: readonly [number, number];
  /** Where 90 % of the differences lie: the planner's uncertainty, not simulation noise. */
  readonly range: readonly [number, number];
  readonly chanceBetter: Estimate;
  readonly worstMeanChange: Estimate;
}
