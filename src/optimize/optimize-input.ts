import type { Model } from '../domain.ts';
import type { LinearSolver } from '../linear/session.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Simulator } from './asks.ts';
import type { KnownParts } from './branch/known-parts.ts';
import type { BoxStepProgress } from './concave/box-step.ts';
import type { StopSign } from './stop-sign.ts';

/** What a plan is searched for, and with. */
export interface OptimizeInput {
  readonly model: Model;
  /** The simulator on the search draws; world 0 is the model, then one for each stress of `goal.worstOf`. */
  readonly simulator: Simulator;
  /** Some of the search draws of each world, to see how curves bend and what customers are worth. */
  readonly looked: readonly Conditions[];
  /** Spend by column to start from; today's plan when left out. */
  readonly from?: Float64Array;
  /** In order of preference. */
  readonly solvers: readonly LinearSolver[];
  /** Relative gap at which to stop; 5e-4 when left out. */
  readonly tolerance?: number;
  readonly onProgress?: (progress: BoxStepProgress) => void;
  /** What searches of the same model on the same draws have learnt, for other goals, targets and limits; added to. */
  readonly known?: KnownParts;
  /** Ends the search with the best plan so far. */
  readonly signal?: StopSign;
}
