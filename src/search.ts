import type { DrawRequest, Model, Optimization, Plan } from './domain.ts';
import { judgingDraws, wholeDraws } from './draws.ts';
import { optimize } from './optimize/optimize.ts';
import { spendByColumn } from './optimize/plans.ts';
import type { Engine, RunOptions } from './run.ts';
import { chunksOf } from './simulate/chunk.ts';
import { conditionsOf } from './simulate/conditions.ts';
import { addGoalSums } from './simulate/goal.ts';
import { openSampler } from './simulate/sample.ts';
import type { EnginePayload } from './worker/jobs.ts';

export const USUAL_SEARCH_DRAWS = 1_024;

/** Draws looked at to see how curves bend. */
const LOOKED_AT = 512;

/** How a search differs from what the run's options say. */
export interface SearchWishes {
  /** Relative gap at which to stop. */
  readonly gap?: number;
  /** Plan to start from. */
  readonly from?: Plan;
}

/** The draws on which a run searches plans: others than those it judges them on. */
export function searchDraws(options: RunOptions): DrawRequest {
  const { seed, method } = judgingDraws(options);
  return { seed: `${seed}, for searching`, method, draws: wholeDraws(options.searchDraws ?? USUAL_SEARCH_DRAWS) };
}

/** Searches the best plan of a model on the engine's workers. */
export async function search(
  engine: Engine,
  model: Model,
  options: RunOptions,
  { gap = options.gap, from }: SearchWishes = {},
): Promise<Optimization> {
  const solvers = await engine.solvers();
  const draws = searchDraws(options);
  const key = engine.newKey();
  const payload: EnginePayload = { model, draws, keep: true };
  const goal = model.goal.maximize;
  const looked = conditionsOf(model, openSampler(model, draws).block(0, Math.min(LOOKED_AT, draws.draws)));
  const { onProgress, signal } = options;
  return optimize({
    model,
    looked,
    goalSums: async (plan, used) => {
      const requests = chunksOf(draws.draws).map((range) => ({ plan, used, goal, range }));
      return (await engine.pool.run({ kind: 'goal', key, payload, requests })).reduce(addGoalSums);
    },
    searchDraws: draws.draws,
    solvers,
    ...(from === undefined ? {} : { from: spendByColumn(from) }),
    ...(gap === undefined ? {} : { tolerance: gap }),
    ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress({ phase: 'search', ...progress }) }),
    ...(signal === undefined ? {} : { signal }),
  });
}
