import type { DrawRequest, Model, Optimization, Plan } from '../domain.ts';
import { judgingDraws, wholeDraws, withDrawsOf } from './draws.ts';
import { optimize } from '../optimize/optimize.ts';
import { spendByColumn } from '../optimize/plans.ts';
import type { Engine, RunOptions } from './run.ts';
import type { Simulator } from '../optimize/asks.ts';
import { chunksOf, type DrawRange, type FigureAnswer, type WeightedDraws } from '../simulate/chunk.ts';
import { conditionsOf, type Conditions } from '../simulate/conditions.ts';
import { addFigureSums } from '../simulate/goal.ts';
import { openSampler } from '../simulate/sample.ts';
import { stopSign } from './stopping.ts';
import type { EnginePayload } from '../worker/jobs.ts';

export const USUAL_SEARCH_DRAWS = 1_024;

/** Draws looked at to see how curves bend. */
const LOOKED_AT = 512;

/** Draws of a rehearsal; below so many times that, it takes longer than what it saves. */
const REHEARSED = 512;
const WORTH_REHEARSING = 8;

/** How a search differs from what the run's options say. */
export interface SearchWishes {
  /** Relative gap at which to stop. */
  readonly gap?: number;
  /** Plan to start from. */
  readonly from?: Plan;
  /** The same model under each stress of which the worst counts. */
  readonly stressed?: readonly Model[];
  /** Shared with other searches; made for this one when left out. */
  readonly ground?: SearchGround;
}

/**
 * The draws of a search, ready to be asked: made once, they serve all searches of models that differ in nothing but goal,
 * targets and limits.
 */
export interface SearchGround {
  readonly simulator: Simulator;
  /** Some of the draws of each world, to see how curves bend. */
  readonly looked: readonly Conditions[];
}

/** The draws on which a run searches plans: others than those it judges them on. */
export function searchDraws(options: RunOptions): DrawRequest {
  const request = judgingDraws(options);
  return {
    ...request,
    seed: `${request.seed}, for searching`,
    draws: wholeDraws(options.searchDraws ?? USUAL_SEARCH_DRAWS),
  };
}

/** Searches the best plan of a model on the engine's workers. */
export async function search(
  engine: Engine,
  model: Model,
  options: RunOptions,
  { gap = options.gap, from, stressed = [], ground }: SearchWishes = {},
): Promise<Optimization> {
  const solvers = await engine.solvers();
  const { onProgress } = options;
  return optimize({
    model,
    ...(ground ?? searchGround(engine, [model, ...stressed], options)),
    solvers,
    ...(from === undefined ? {} : { from: spendByColumn(from) }),
    ...(gap === undefined ? {} : { tolerance: gap }),
    ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress({ phase: 'search', ...progress }) }),
    signal: stopSign(options),
  });
}

/** The ground of searches in these worlds: a model, and the same under stresses. */
export function searchGround(engine: Engine, worlds: readonly Model[], options: RunOptions): SearchGround {
  const draws = searchDraws(withDrawsOf(() => worlds[0]!, options));
  const few = { ...draws, draws: Math.min(LOOKED_AT, draws.draws) };
  return {
    simulator: simulatorOn(engine, worlds, draws),
    looked: worlds.map((world) => conditionsOf(world, openSampler(world, few, 'plain').block(0, few.draws))),
  };
}

/** The ground of a search in the first of several worlds. */
export function groundOfFirst({ simulator, looked }: SearchGround): SearchGround {
  return { simulator, looked: looked.slice(0, 1) };
}

/** The simulator of a search, on the engine's workers: the same draws in all worlds. */
export function simulatorOn(engine: Engine, worlds: readonly Model[], draws: DrawRequest): Simulator {
  const data = worlds.map((model) => ({
    key: engine.newKey(),
    payload: { model, draws, keep: true } satisfies EnginePayload,
  }));
  const on = (ranges: readonly DrawRange[]): Simulator => ({
    draws: ranges.reduce((sum, { count }) => sum + count, 0),
    async figures({ world, ...inquiry }, figures, byDraw) {
      const requests = ranges.map((range) => ({ ...inquiry, figures, byDraw, range }));
      const parts = await engine.pool.run({ kind: 'figures', ...data[world]!, requests });
      return figures.map((_, k) => joined(parts.map((part) => part[k]!)));
    },
    async weighted({ world, ...inquiry }, figure, weights) {
      const requests = ranges.flatMap((range) => {
        const picked = picksIn(weights, range);
        return picked.places.length === 0 ? [] : [{ ...inquiry, figure, draws: picked, range }];
      });
      return (await engine.pool.run({ kind: 'weighted', ...data[world]!, requests })).reduce(addFigureSums);
    },
  });
  const ranges = chunksOf(draws.draws);
  if (draws.draws < WORTH_REHEARSING * REHEARSED) return on(ranges);
  const [first, ...others] = ranges;
  const begin = { first: 0, count: REHEARSED };
  return {
    ...on([begin, { first: REHEARSED, count: first!.count - REHEARSED }, ...others]),
    few: on([begin]),
  };
}

/** The draws of a range that count at all. */
function picksIn(weights: Float64Array, { first, count }: DrawRange): WeightedDraws {
  const places: number[] = [];
  for (let i = 0; i < count; i++) if (weights[first + i]! > 0) places.push(i);
  return { places: Int32Array.from(places), weights: Float64Array.from(places, (i) => weights[first + i]!) };
}

function joined(parts: readonly FigureAnswer[]): FigureAnswer {
  const sums = parts.map((part) => part.sums).reduce(addFigureSums);
  if (parts[0]!.values === undefined) return { sums };
  const values = new Float64Array(parts.reduce((length, part) => length + part.values!.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part.values!, at);
    at += part.values!.length;
  }
  return { sums, values };
}
