/** What a stress test says: plain data to be shown. */
import type {
  AssumptionFacts,
  Difference,
  Estimate,
  Goal,
  LimitSide,
  LinearLimit,
  Report,
  ScenarioFacts,
} from '../domain.ts';

/** One plan in its own world and in stressed ones, on the same draws. */
export interface StressTest {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  /** What is looked at: the goal of the scenario. */
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  readonly draws: Report['draws'];
  readonly plan: { readonly name: 'today' | 'recommended'; readonly totalSpend: number };
  readonly baseline: WorldOutcome;
  readonly stresses: readonly StressResult[];
  /** Each assumption alone at its low and high end, those that matter most first. */
  readonly tornado: Tornado;
  readonly reverse?: ReverseStress;
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

/** What the plan leads to in one world. */
export interface WorldOutcome {
  readonly mean: Estimate;
  /** Where 90 % of the draws lie. */
  readonly range: readonly [number, number];
  /** Mean of the worst tenth of draws. */
  readonly worstMean: Estimate;
  /** Chance that the figure is below 0; absent for figures that cannot be. */
  readonly chanceOfLoss?: Estimate;
}

export interface StressResult {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  /** Described in the file, not of the library. */
  readonly own: boolean;
  /** Channels or teams it hits, where it does not hit all. */
  readonly hits: readonly string[];
  readonly outcome: WorldOutcome;
  /** Against the baseline, draw by draw, with the plan as it is. */
  readonly change: Omit<Difference, 'a' | 'b' | 'metric'>;
  /** Chance of no more than the stressed mean without the stress: how far out it lies. */
  readonly standing: Estimate;
  /** Present when it was asked for. */
  readonly reaction?: Reaction;
  /** What one can do about it; of a stress of the file nothing is known. */
  readonly action?: string;
}

/** A side of a limit, in whatever period it binds. */
export interface HeldBack extends Pick<LimitSide, 'side'> {
  /** With the name of the period in which it is worth most. */
  readonly limit: Pick<LinearLimit, 'name' | 'path'>;
}

/** The best plan of the stressed world, had one known from the start. */
export type Reaction =
  | {
      readonly status: 'found';
      readonly mean: Estimate;
      /** What it brings more than the plan as it is, draw by draw in the stressed world. */
      readonly regained: Estimate;
      readonly totalSpend: number;
      readonly moves: readonly { readonly channel: string; readonly from: number; readonly to: number }[];
      /** The limits that hold it back, the most valuable first. */
      readonly binding: readonly HeldBack[];
    }
  | { readonly status: 'none'; readonly reason: 'infeasible' | 'unreachable' | 'unbounded' };

export interface Tornado {
  /** Mean of the figure with nothing held. */
  readonly mean: number;
  /** Draws on which it is made. */
  readonly draws: number;
  readonly bars: readonly TornadoBar[];
}

/** Means of the figure with one assumption held and all others as they are believed. */
export interface TornadoBar {
  readonly id: string;
  /** Of the assumption: its 10 % and 90 % points; for what happens or not, 0 and 1. */
  readonly ends: readonly [number, number];
  readonly means: readonly [number, number];
  /** From the low end to the high one, ends included; empty in all but the largest bars. */
  readonly steps: readonly TornadoStep[];
  /** Where the figure's mean, or the gain over the other plan, changes its sign; looked for in the largest bars. */
  readonly breakEvens: readonly BreakEven[];
}

/** The mean of the figure with an assumption held at one place of its range. */
export interface TornadoStep {
  /** How likely the assumption is below. */
  readonly probability: number;
  readonly value: number;
  readonly mean: number;
}

export interface BreakEven {
  /** The mean of the figure; or the gain of the recommended plan over today's. */
  readonly of: 'figure' | 'gain over today';
  /** Of the assumption. */
  readonly value: number;
  /** What it turns to there, from what it is as things are believed. */
  readonly to: 'good' | 'bad';
  /** How likely the assumption lies on that side of it. */
  readonly chance: number;
}

/** The most likely way to fall to a level. */
export interface ReverseStress {
  readonly level: number;
  readonly chance: Estimate;
  /** The figure with every assumption at its median. */
  readonly middle: number;
  readonly point?: BreakingPoint;
  /** What would do alone, with everything else at its median; the most likely first. */
  readonly alone: readonly SingleBreak[];
}

export interface BreakingPoint {
  /** In standard deviations from the middle of all beliefs. */
  readonly distance: number;
  /** Those that matter, the most important first. */
  readonly factors: readonly {
    /** An assumption, or a common factor (`factors.market`). */
    readonly id: string;
    /** Share of the distance, squared; all add up to 1. */
    readonly share: number;
    /** Standard deviations from its middle. */
    readonly score: number;
    /** There, and at its median; absent for common factors. */
    readonly value?: number;
    readonly usual?: number;
  }[];
}

export interface SingleBreak {
  readonly id: string;
  readonly score: number;
  readonly value?: number;
  readonly usual?: number;
  /** Chance that it lies so far out or farther. */
  readonly chance: number;
}
