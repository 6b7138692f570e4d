/** What an analysis of the value of information says: plain data to be shown. */
import type { AssumptionFacts, Estimate, Goal, Report, ScenarioFacts } from '../domain.ts';

/** What knowing more before deciding would be worth. */
export interface InformationValue {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  readonly draws: Report['draws'];
  /** Plans that one could choose: the recommended one first, then those for worlds in which one channel works better or worse. */
  readonly plans: readonly {
    readonly name: string;
    readonly mean: Estimate;
    readonly spend: readonly (readonly number[])[];
  }[];
  /** Present when the search was stopped before it had all these plans: information may be worth more than is told. */
  readonly incomplete?: true;
  /** What knowing everything beforehand would be worth, with these plans to choose from. */
  readonly perfect: Estimate;
  /** What knowing all about one channel would be worth, the most valuable first. */
  readonly channels: readonly { readonly channel: string; readonly value: Estimate }[];
  /** What knowing one assumption would be worth, the most valuable first; those without any are left out. */
  readonly assumptions: readonly { readonly id: string; readonly value: Estimate }[];
  /** Pilots of several sizes in the channels most worth knowing, or the one asked for. */
  readonly pilots: readonly PilotOfChannel[];
  readonly after?: AfterPilot;
  readonly notes: readonly string[];
  readonly echo: readonly AssumptionFacts[];
}

export interface PilotOfChannel {
  readonly channel: string;
  readonly sizes: readonly PilotSize[];
  /**
   * The smallest with as much left after its cost as any, as far as noise tells, of those that spend no more than a quarter of what
   * the channel usually gets over the plan; absent when none is worth its cost.
   */
  readonly best?: number;
}

export interface PilotSize {
  readonly periods: number;
  /** Media in all. */
  readonly spend: number;
  /** Customers, and leads where the channel counts them, that it should bring: mean over draws. */
  readonly customers: number;
  /** What it costs after what its customers bring; below 0 it pays for itself. */
  readonly cost: Estimate;
  /** What its result is worth for the plan. */
  readonly value: Estimate;
  /** Its worth less its cost; one that pays for itself costs nothing. */
  readonly net: number;
}

/** Beliefs before and after the result of a pilot. */
export interface AfterPilot {
  readonly channel: string;
  readonly counts: { readonly customers: number; readonly leads?: number };
  /** How many equally weighted draws the new beliefs rest on. */
  readonly effective: number;
  /** Customers that such a pilot brings: mean, and where 90 % of the draws lie. */
  readonly customers: { readonly before: Belief; readonly after: Belief };
  /** Assumptions that move most, the most moved first. */
  readonly moved: readonly { readonly id: string; readonly before: Belief; readonly after: Belief }[];
  /** Means of the plans now, in the order of `plans`. */
  readonly means: readonly Estimate[];
  /** Index of the best plan before and now. */
  readonly best: { readonly before: number; readonly after: number };
}

export interface Belief {
  readonly mean: number;
  readonly range: readonly [number, number];
}
