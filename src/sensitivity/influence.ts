/** What a sensitivity analysis says: plain data to be shown. */
import type { AssumptionFacts, Estimate, Goal, Report, ScenarioFacts } from '../domain.ts';

/** Where the uncertainty of a plan's outcome comes from. */
export interface Influence {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  readonly draws: Report['draws'];
  readonly plan: { readonly name: 'today' | 'recommended'; readonly totalSpend: number };
  readonly mean: Estimate;
  readonly sd: Estimate;
  /** The most influential first. */
  readonly drivers: readonly Driver[];
  /** Of the most influential assumptions, the first driver's first: to be drawn. */
  readonly scatter: readonly Scatter[];
  /** Draws on which totals are made. */
  readonly totalDraws: number;
  /** Share of the variance that comes from assumptions working together; absent where some move together. */
  readonly interplay?: Estimate;
  /** The outcome in a part of the draws, where it was asked for. */
  readonly given?: Given;
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

/** An assumption, or several that move together. */
export interface Driver {
  /** Share of the variance that is left when all else is known: alone and together with others. */
  readonly total: Estimate;
  readonly members: readonly Member[];
}

export interface Member {
  readonly id: string;
  /** Share of the variance that knowing it takes away, with what moves with it. */
  readonly first: Estimate;
  /**
   * Its part of the variance where that of several together is dealt out fairly, so that all parts add up to 1 (Shapley effect); absent
   * where nothing moves together.
   */
  readonly fair?: Estimate;
  /** Spearman's, with the outcome. */
  readonly rank: Estimate;
  /** Means of the outcome in the lowest and the highest tenth of the assumption. */
  readonly tenths: readonly [low: Estimate, high: Estimate];
}

/** The outcome against one assumption. */
export interface Scatter {
  readonly id: string;
  /** Some of the draws. */
  readonly points: readonly (readonly [value: number, outcome: number])[];
  /** Means in tenths of all draws, by rising value; fewer where many draws have the same value. */
  readonly line: readonly (readonly [value: number, outcome: number])[];
}

/** Draws in which something is given, or weighted to a view. */
export interface Given {
  readonly views: readonly View[];
  /** How many equally weighted draws say as much. */
  readonly effective: number;
  readonly mean: Estimate;
  readonly worstMean: Estimate;
  readonly chanceOfLoss?: Estimate;
  /** Assumptions whose mean moves most with it, in their standard deviations. */
  readonly moved: readonly {
    readonly id: string;
    readonly before: number;
    readonly after: number;
    readonly by: number;
  }[];
}

export type View =
  /** The value lies in this band: given as such, or as a share of the lowest or highest draws. */
  | {
      readonly id: string;
      readonly kind: 'band';
      readonly low: number;
      readonly high: number;
      readonly share?: number;
      readonly end?: 'low' | 'high';
    }
  /** Its mean is this, all else as near as can be to what was believed. */
  | { readonly id: string; readonly kind: 'mean'; readonly mean: number };

/** A view as it is asked for. */
export type ViewWish =
  | { readonly path: string; readonly lowest: number }
  | { readonly path: string; readonly highest: number }
  | { readonly path: string; readonly between: readonly [number, number] }
  | { readonly path: string; readonly mean: number };
