import type { LimitSide, NearOptimal, Optimization, Stability } from './optimization.ts';
import type { Budget, Goal } from './scenario.ts';
import type { PeriodUnit } from './time.ts';
import type { DrawMethod } from './draws.ts';
import type { Difference, PlanSummary, UnderStress } from './summary.ts';

/** What a run found, ready to be shown: faces print it and compute nothing. */
export interface Report {
  readonly kind: 'simulation' | 'optimization';
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly draws: {
    readonly seed: string;
    readonly method: DrawMethod;
    /** Draws on which plans are judged and compared. */
    readonly judging: number;
    /** Other draws, on which the plan was searched. */
    readonly search?: number;
  };
  /** Today's plan first, the recommended one last. */
  readonly plans: readonly PlanSummary[];
  readonly differences: readonly Difference[];
  readonly optimization?: Optimization;
  /** Present when the search was stopped before it was done. */
  readonly stopped?: Stopped;
  /** The plan that would maximize expected profit if the total budget were free. */
  readonly freeBudget?: FreeBudget;
  /**
   * Present when `plans` has one named `equal marginal return`: the limits that it breaks, having been searched without
   * any but the total.
   */
  readonly equalReturn?: { readonly breaks: readonly LimitSide[] };
  /** Present when `plans` has one named `pro rata`: the limits that today's split breaks at the new total. */
  readonly proRata?: { readonly breaks: readonly LimitSide[] };
  /** With `worstOf`: today's plan and the recommended one under each of the stresses, on the same fresh draws. */
  readonly underStress?: readonly UnderStress[];
  /** Present when it was asked for, as is `stability`. */
  readonly ranges?: NearOptimal;
  readonly stability?: Stability;
  readonly assumptions: readonly AssumptionFacts[];
  /** Of a plan that is made anew while it runs; its plans hold what was spent and what is yet to be spent. */
  readonly past?: PastFacts;
  /** Statements about what was done to the file's wishes, in plain words. */
  readonly notes: readonly string[];
}

/** What a search that was stopped has so far. */
export interface Stopped {
  /** Whether its plan does not reach all targets yet. */
  readonly missesTargets: boolean;
}

/** What was spent in the periods that are past, and what is planned for the others, in currency. */
export interface PastFacts {
  /** The periods from 1 to this one are past. */
  readonly periods: number;
  readonly spent: number;
  /** What the file gives for the whole plan, and what is left of it for the periods to come; absent when it is free. */
  readonly budget?: { readonly total: number; readonly left: number };
  readonly channels: readonly PastOfChannel[];
  /** Limits that past spend alone exceeds, so that no rest of the plan can keep them. */
  readonly exceeded: readonly ExceededLimit[];
}

export interface PastOfChannel {
  readonly name: string;
  readonly spent: number;
  /** What the file planned for the periods that are past. */
  readonly planned: number;
  /** What the file plans for the others. */
  readonly plannedRest: number;
  /** What is recommended for them, or what the plan nearest to all wishes has; absent when there is no plan. */
  readonly newRest?: number;
}

export interface ExceededLimit {
  readonly name: string;
  readonly path: string;
  /** The channels it is about. */
  readonly channels: readonly string[];
  readonly most: number;
  readonly spent: number;
}

export interface ScenarioFacts {
  readonly name: string;
  readonly source?: string;
  readonly notes?: string;
  readonly currency: string;
  readonly unit: PeriodUnit;
  readonly start?: string;
  readonly periods: number;
  readonly tail: number;
  readonly goal: Goal;
  readonly budget: Budget;
  readonly channels: readonly { readonly name: string; readonly label?: string; readonly source?: string }[];
  /** Of resources, those that have one. */
  readonly resourceLabels?: Readonly<Record<string, string>>;
  /** Of events, likewise. */
  readonly eventLabels?: Readonly<Record<string, string>>;
}

export interface AssumptionFacts {
  readonly path: string;
  /** As the planner wrote it. */
  readonly text: string;
  /** What was understood: `90 % between 1.20 and 2.10, median 1.59, lognormal`. */
  readonly words: string;
  /** What it is counted in, where it is money. */
  readonly currency?: string;
}

export interface FreeBudget {
  readonly status: 'found' | 'unbounded';
  readonly totalSpend: number;
  readonly spend: readonly (readonly number[])[];
  /** Proven relative distance to the best possible on the search draws. */
  readonly gap: number;
  /** Against the recommended plan, on the judging draws. */
  readonly difference?: Difference;
}
