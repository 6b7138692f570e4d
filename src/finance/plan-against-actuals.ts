/** A plan beside what came of it: plain data to be shown. */
import type { AssumptionFacts, Report, ScenarioFacts } from '../domain.ts';
import type { Effectiveness, Outturn, Variance } from './variance.ts';

export interface PlanAgainstActuals {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly draws: Report['draws'];
  /** Periods from the first that are past. */
  readonly periods: number;
  /** What the variance is of: revenue of first orders where it was given for all, else customers. */
  readonly of: 'revenue' | 'customers';
  readonly channels: readonly ChannelOutturn[];
  /** Of all channels together. */
  readonly total: ChannelOutturn;
  readonly calibration: Calibration;
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

export interface ChannelOutturn {
  readonly name: string;
  readonly spend: { readonly planned: number; readonly actual: number };
  readonly customers: Outturn;
  readonly revenue?: Outturn;
  /** Where 90 % of the draws lie, chance of counts included, for what was really spent. */
  readonly band: readonly [number, number];
  /** Chance of no more customers than came, as the plan's beliefs have it. */
  readonly chanceOfNoMore: number;
  readonly standing: 'below' | 'within' | 'above';
  readonly variance: Variance;
  /** What media bought, where it was counted and can be told. */
  readonly bought?: BoughtOutturn;
  /** Further orders of customers won in the plan, where they were counted and any has come due. */
  readonly repeats?: CountOutturn;
}

/** A count beside what was to be expected. */
export interface CountOutturn {
  /** Mean, and where 90 % of the draws lie, chance of counts included. */
  readonly expected: number;
  readonly band: readonly [number, number];
  readonly actual: number;
  readonly standing: 'below' | 'within' | 'above';
}

/** What media bought and what became of it: the two parts of effectiveness. */
export interface BoughtOutturn extends CountOutturn {
  readonly stage: 'impression' | 'click' | 'lead';
  readonly effectiveness: Effectiveness;
}

/** How often ranges of 90 % held. */
export interface Calibration {
  /** Channels and periods with any spend. */
  readonly ranges: number;
  readonly held: number;
  /** For the share that holds, with 95 % confidence, as if all were independent. */
  readonly interval: readonly [number, number];
  readonly verdict: 'as promised' | 'too narrow' | 'too wide';
}
