/** The engine's work as jobs for a pool: the same functions in this thread, in a Node worker and in a browser worker. */
import type { DrawRequest, GoalMetric, Model, Plan } from '../domain.ts';
import { goalOfPlan, prepareDraws, tallyPlans, type DrawRange, type PreparedDraws } from '../simulate/chunk.ts';
import type { GoalSums } from '../simulate/goal.ts';
import type { Tally } from '../simulate/tally.ts';

/** What all chunks of a run share. */
export interface EnginePayload {
  readonly model: Model;
  readonly draws: DrawRequest;
  /** Whether the same draws will be asked for again, as in a search. */
  readonly keep: boolean;
}

export interface TallyRequest {
  readonly plans: readonly Plan[];
  readonly range: DrawRange;
}

export interface GoalRequest {
  readonly plan: Plan;
  readonly used: readonly boolean[];
  readonly goal: GoalMetric;
  readonly range: DrawRange;
}

export const engineJobs = {
  prepare: ({ model, draws, keep }: EnginePayload): PreparedDraws => prepareDraws(model, draws, keep),
  kinds: {
    tally: {
      chunk: (prepared: PreparedDraws, { plans, range }: TallyRequest): readonly Tally[] =>
        tallyPlans(prepared, plans, range),
    },
    goal: {
      chunk: (prepared: PreparedDraws, { plan, used, goal, range }: GoalRequest): GoalSums =>
        goalOfPlan(prepared, plan, used, goal, range),
    },
  },
};

export type EngineJobs = typeof engineJobs;
