import type { FrontierName, FrontierSearch, Model, Optimization, Plan } from '../domain.ts';
import { goalFigure } from '../optimize/wishes.ts';
import type { Engine, RunOptions } from '../run.ts';
import { search, searchGround } from '../search.ts';
import { channelsUsed } from '../simulate/evaluate.ts';
import { tailMean } from '../statistics/quantile.ts';

/** A plan of a frontier as its search leaves it, before it is judged. */
export type Visited = { readonly names: readonly FrontierName[]; readonly level?: number } & (
  | { readonly plan: Plan; readonly search: FrontierSearch }
  | { readonly none: Exclude<Optimization, { readonly plan: unknown }> }
);

export type Reached = Extract<Visited, { readonly plan: unknown }>;

/** Searches one plan after the other on the same draws, for models that differ in goal, targets and limits only. */
export interface Walk {
  /** How many points are to be visited. */
  readonly points: number;
  readonly worst: number;
  /** Counts as a point. */
  visit(model: Model, at: Pick<Visited, 'names' | 'level'>, from?: Plan): Promise<Visited>;
  /** Does not. */
  search(model: Model, from?: Plan): Promise<Optimization>;
}

export interface WalkInput {
  readonly engine: Engine;
  readonly model: Model;
  readonly options: RunOptions;
  readonly points: number;
  readonly worst: number;
}

export function openWalk({ engine, model: ofRun, options, points, worst }: WalkInput): Walk {
  const ground = searchGround(engine, [ofRun], options);
  let visits = 0;

  function searched(model: Model, from?: Plan): Promise<Optimization> {
    const { onProgress, ...others } = options;
    const number = Math.max(1, visits);
    const point = { number, of: Math.max(points, number) };
    return search(
      engine,
      model,
      {
        ...others,
        ...(onProgress === undefined
          ? {}
          : { onProgress: (progress) => onProgress(progress.phase === 'search' ? { ...progress, point } : progress) }),
      },
      { ground, ...(from === undefined ? {} : { from }) },
    );
  }

  async function meansOf(model: Model, plan: Plan): Promise<Pick<FrontierSearch, 'mean' | 'worstMean'>> {
    const inquiry = { world: 0, plan, used: channelsUsed(plan) };
    const [answer] = await ground.simulator.figures(inquiry, [goalFigure(model.goal)], [true]);
    const sorted = answer!.values!.toSorted();
    return { mean: tailMean(sorted, 1), worstMean: tailMean(sorted, worst) };
  }

  return {
    points,
    worst,
    search: searched,
    async visit(model, at, from) {
      visits += 1;
      const found = await searched(model, from);
      if (!('plan' in found)) return { ...at, none: found };
      const { plan, status, upperBound, gap, gapKind } = found;
      return { ...at, plan, search: { status, ...(await meansOf(model, plan)), upperBound, gap, gapKind } };
    },
  };
}
