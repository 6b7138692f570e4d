/** Channels compared by criteria before any money is planned: plain data to be shown. */
import type { AssumptionFacts, Estimate, Report, ScenarioFacts } from '../domain.ts';

export interface Scorecard {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly draws: Report['draws'];
  /** In the order of the file; shares of all weights add up to 1. */
  readonly criteria: readonly { readonly name: string; readonly share: number }[];
  /** The highest score first. */
  readonly channels: readonly ScreenedChannel[];
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

export interface ScreenedChannel {
  readonly name: string;
  /** From 1 to 5, over the criteria that are known; absent where none is. */
  readonly score?: number;
  /** Chance of the highest score, over what is uncertain in the file; typed scores are taken as they are. */
  readonly first: Estimate;
  /** Media in all on which its data are told: today's, or an even share where it has none. */
  readonly spend: number;
  /** In the order of the criteria. */
  readonly scores: readonly CriterionScore[];
}

export type CriterionScore =
  /** Told from the file: the value, and where it lies between the worst (1) and the best (5) of all channels. */
  | { readonly from: 'data'; readonly value: number; readonly score: number }
  | { readonly from: 'typed'; readonly score: number }
  | { readonly from: 'missing' };
