/** What pilots in a file have changed: plain data to be shown. */
import type { AssumptionFacts, Estimate, Goal, Pilot, Report, ScenarioFacts } from '../domain.ts';
import type { Observation } from '../families/distribution.ts';
import type { Unit } from '../families/parameter.ts';

export interface PilotLessons {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  readonly draws: Report['draws'];
  /** The plan to which money is added. */
  readonly plan: { readonly name: 'today' | 'recommended'; readonly totalSpend: number };
  /** Money that is added to one channel at a time, as the plan spreads its spend; evenly where it spends nothing. */
  readonly next: number;
  readonly pilots: readonly LessonsOfPilot[];
  /** What no pilot counted, but moves with numbers that one did: correlated numbers and chances, in the order of the file. */
  readonly along: readonly MovedNumber[];
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

export interface LessonsOfPilot {
  readonly channel: string;
  readonly pilot: Pilot;
  /** What its spend is in. */
  readonly currency: string;
  /** The numbers that it moved, in the order of the file. */
  readonly moved: readonly CountedNumber[];
  /** What the next money brings here, beliefs before all pilots and after them. */
  readonly brings: BeforeAndAfter;
  /** Beside the channel with spend in which the next money brings least; absent where no other channel has any. */
  readonly against?: {
    readonly channel: string;
    readonly brings: BeforeAndAfter;
    /** Chance that the next money brings more here than there. */
    readonly chance: BeforeAndAfter;
  };
}

export interface BeforeAndAfter {
  readonly before: Estimate;
  readonly after: Estimate;
}

export interface MovedNumber {
  readonly path: string;
  readonly unit: Unit;
  readonly before: NumberBelief;
  readonly after: NumberBelief;
}

/** A number of which a pilot showed something. */
export interface CountedNumber extends MovedNumber {
  readonly seen: Observation;
}

/** Where a number lies with 90 %, and its middle; all three are the number itself where it is a chance. */
export interface NumberBelief {
  readonly range: readonly [number, number];
  readonly median: number;
}
