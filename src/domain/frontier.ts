import type { Optimization } from './optimization.ts';
import type { AssumptionFacts, Report, ScenarioFacts } from './report.ts';
import type { Goal } from './scenario.ts';
import type { Estimate } from './summary.ts';

/** What is traded against the mean: the mean of the worst cases, or the budget. */
export type FrontierBy = 'risk' | 'budget';

/** Best plans from the boldest to the most cautious, or from the smallest budget to the largest: data to be shown. */
export interface Frontier {
  readonly by: FrontierBy;
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  /** The figure whose means are looked at, with `plus` of the goal: the goal's by risk, profit by budget. */
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  /** Share of draws that are the worst cases. */
  readonly worst: number;
  readonly draws: Report['draws'];
  /** In order: from the boldest to the most cautious, or by rising budget. */
  readonly points: readonly FrontierPoint[];
  /** Other plans on the same draws: today's, and today's split at another total. */
  readonly beside: readonly FrontierPlan[];
  /** From each point that has a plan to the next that has one. */
  readonly steps: readonly FrontierStep[];
  /** From the first plan to the last. */
  readonly whole?: FrontierStep;
  /** Where the frontier clearly bends: what is paid before it brings far more than what is paid after it. */
  readonly knee?: { readonly at: number; readonly before: FrontierStep; readonly after: FrontierStep };
  /** From the plan with the budget of the file to the one with the budget that earns the most. */
  readonly toMostProfit?: FrontierStep;
  readonly assumptions: readonly AssumptionFacts[];
  /** Statements about what was done to the file's wishes, in plain words. */
  readonly notes: readonly string[];
}

export type FrontierName = 'bold' | 'cautious' | 'your budget' | 'most profit';

/** One plan that was asked for, and what came of it. */
export type FrontierPoint = {
  readonly names: readonly FrontierName[];
  /** The mean of the worst cases that the search had to keep, or the total budget; absent where it had to keep none. */
  readonly level?: number;
} & (
  | ({ readonly status: 'found'; readonly search: FrontierSearch } & Omit<FrontierPlan, 'name'>)
  /** No plan was found, and why; `channel` is where ever more spend would pay. */
  | {
      readonly status: 'none';
      readonly reason: Exclude<Optimization['status'], 'optimal' | 'best found'>;
      readonly channel?: string;
    }
);

/** A plan and what it leads to on draws that no search has seen. */
export interface FrontierPlan {
  readonly name: 'today' | 'pro rata';
  readonly spend: readonly (readonly number[])[];
  readonly totalSpend: number;
  /** Mean over all draws, and over the worst share of them. */
  readonly mean: Estimate;
  readonly worstMean: Estimate;
  readonly chanceOfLoss: Estimate;
  /**
   * Index of the point with the highest mean of those that are better in both by more than noise: in mean and worst mean,
   * or earning more with less.
   */
  readonly beatenBy?: number;
}

/** What the search says of a point, on its own draws. */
export interface FrontierSearch {
  readonly status: 'optimal' | 'best found';
  readonly mean: number;
  readonly worstMean: number;
  /** What no plan can exceed in what this point maximizes: the mean of the worst cases for `cautious`, else the mean. */
  readonly upperBound: number;
  readonly gap: number;
  readonly gapKind: 'proven' | 'numerical' | 'none';
}

/** What changes from one point to another, on the same draws. */
export interface FrontierStep {
  /** Indices of points. */
  readonly from: number;
  readonly to: number;
  readonly spend: number;
  readonly mean: Estimate;
  readonly worstMean: Estimate;
}
