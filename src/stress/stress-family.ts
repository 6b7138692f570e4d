import type { Model, Scenario } from '../domain.ts';

/** A test of a plan: something that may happen to it, in the words of those who plan. One file or one line of the table. */
export interface StressFamily {
  readonly name: string;
  /** What happens, in a few words: `Media cost 30 % more`. */
  readonly label: string;
  /** What is assumed about it, in one sentence. */
  readonly about: string;
  /** What one can do about it, in one sentence. */
  readonly action?: string;
  /** The scenario's world with it; undefined where it cannot happen to this scenario. */
  world(scenario: Scenario): StressedWorld | undefined;
}

/** How a scenario turns into the model of a stressed world. */
export interface StressedWorld {
  /** What it hits here, where that is not the same for all scenarios: the name of a channel. */
  readonly hits?: readonly string[];
  /** @param stresses  stresses of the file that hold as well */
  readonly compile: (stresses: readonly string[]) => Model;
}
