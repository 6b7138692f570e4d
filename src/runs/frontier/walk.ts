import type { FrontierName, FrontierSearch, Model, Optimization, Plan } from '../../domain.ts';
import type { KnownParts } from '../../optimize/branch/known-parts.ts';
import { goalFigure } from '../../optimize/wishes/wishes.ts';
import type { RunOptions } from '../run-options.ts';
import type { Engine } from '../engine.ts';
import { search, searchGround } from '../search.ts';
import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import { tailMean } from '../../statistics/quantile.ts';
import { stopNote, unlessStopped } from '../stopping.ts';

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
  /** The first point; when it is stopped, with the best plan so far. */
  first(model: Model, at: Pick<Visited, 'names' | 'level'>): Promise<Visited>;
  /** Counts as a point; undefined when the run is stopped before it is found. */
  visit(model: Model, at: Pick<Visited, 'names' | 'level'>, from?: Plan): Promise<Visited | undefined>;
  /** Does not count; undefined when the run is stopped before it is done. */
  search(model: Model): Promise<Optimization | undefined>;
  /** What a stop left open, in plain words. */
  notes(): readonly string[];
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
  const known: KnownParts = new Map();
  let visits = 0;
  const left = new Set<string>();

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
      { ground, known, ...(from === undefined ? {} : { from }) },
    );
  }

  async function meansOf(model: Model, plan: Plan): Promise<Pick<FrontierSearch, 'mean' | 'worstMean'>> {
    const inquiry = { world: 0, plan, used: channelsUsed(plan) };
    const [answer] = await ground.simulator.figures(inquiry, [goalFigure(model.goal)], [true]);
    const sorted = answer!.values!.toSorted();
    return { mean: tailMean(sorted, 1), worstMean: tailMean(sorted, worst) };
  }

  async function visitedAt(model: Model, at: Pick<Visited, 'names' | 'level'>, found: Optimization): Promise<Visited> {
    if (!('plan' in found)) return { ...at, none: found };
    const { plan, status, upperBound, gap, gapKind } = found;
    return { ...at, plan, search: { status, ...(await meansOf(model, plan)), upperBound, gap, gapKind } };
  }

  async function inTime(model: Model, from?: Plan): Promise<Optimization | undefined> {
    const found = await unlessStopped(options, () => searched(model, from));
    if (found === undefined) left.add('The search was stopped: plans that it had not found by then are left out.');
    return found;
  }

  return {
    points,
    worst,
    async first(model, at) {
      visits += 1;
      const found = await searched(model);
      const note = options.stop?.aborted ? stopNote(found, options.gap) : undefined;
      if (note !== undefined) left.add(note);
      return visitedAt(model, at, found);
    },
    async visit(model, at, from) {
      visits += 1;
      const found = await inTime(model, from);
      return found === undefined ? undefined : visitedAt(model, at, found);
    },
    search: (model) => inTime(model),
    notes: () => [...left],
  };
}
