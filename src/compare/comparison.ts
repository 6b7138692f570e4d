/** What a comparison says: plain data to be shown. */
import type { AssumptionFacts, Difference, Estimate, Goal, Report, ScenarioFacts } from '../domain.ts';
import type { PriceVolumeMix } from './price-volume-mix.ts';

/** Several plans, of one scenario or of several, judged on the same draws. */
export interface Comparison {
  /** Version of the engine that made it. */
  readonly engine: string;
  /** Of the first candidate. */
  readonly scenario: ScenarioFacts;
  /** What plans are compared by: the goal of the first candidate's scenario. */
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  readonly draws: Report['draws'];
  readonly candidates: readonly Candidate[];
  /** Every pair, each the later candidate against the earlier one. */
  readonly differences: readonly PairDifference[];
  /** Probability that the simultaneous intervals of all pairs hold together. */
  readonly level: number;
  /** Largest sets of candidates of which no two can be told apart by their means, by index. */
  readonly alike: readonly (readonly number[])[];
  /** From the first candidate to each of the others whose scenario has the same horizon. */
  readonly bridges: readonly Bridge[];
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

export interface Candidate {
  readonly name: string;
  /** Name of its scenario. */
  readonly scenario: string;
  readonly plan: string;
  readonly totalSpend: number;
  readonly channels: readonly CandidateChannel[];
  readonly mean: Estimate;
  /** Where 90 % of the draws lie. */
  readonly range: readonly [number, number];
  /** Mean of the worst tenth of draws. */
  readonly worstMean: Estimate;
  readonly chanceOfLoss: Estimate;
  /** Chance that no other candidate is better; ties are shared. */
  readonly chanceBest: Estimate;
  /** What choosing it costs on average against choosing the best candidate of each draw. */
  readonly regret: Estimate;
}

export interface CandidateChannel {
  readonly name: string;
  readonly spend: number;
  readonly customers: number;
  readonly revenue: number;
  readonly profit: number;
}

export interface PairDifference extends Omit<Difference, 'a' | 'b' | 'metric'> {
  /** Indices of candidates; the difference is `b` minus `a`. */
  readonly a: number;
  readonly b: number;
  /** Interval of the mean for simulation noise, widened for the number of pairs (Bonferroni). */
  readonly simultaneous: readonly [number, number];
  readonly verdict: 'better' | 'worse' | 'cannot be told apart';
}

/** What leads from one candidate to another, cause by cause, whatever the order in which one tells them. */
export interface Bridge {
  /** Indices of candidates. */
  readonly a: number;
  readonly b: number;
  readonly from: Estimate;
  readonly to: Estimate;
  /** They add up to `to` minus `from`, but for rounding. */
  readonly causes: readonly BridgeCause[];
  /** Draws it is made on, the first of those the candidates are judged on. */
  readonly draws: number;
  /** Orders of telling the causes: all of them, or a sample of so many. */
  readonly orders: 'all' | number;
  /** The change of revenue by price, volume and mix; absent where the channels are not the same or nothing is sold. */
  readonly revenue?: PriceVolumeMix;
}

export interface BridgeCause {
  readonly cause: Cause;
  /** The error holds simulation noise and, where orders are a sample, theirs. */
  readonly change: Estimate;
}

/** Something in which two candidates differ. */
export type Cause =
  /** The spend of a channel. */
  | { readonly kind: 'spend'; readonly channel: string }
  /** The spend of all channels. */
  | { readonly kind: 'plan' }
  /** What is believed about a channel. */
  | { readonly kind: 'channel'; readonly channel: string }
  /** A part of the file for all channels. */
  | { readonly kind: 'section'; readonly section: string };
