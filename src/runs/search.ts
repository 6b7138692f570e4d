import type { DrawRequest, Model, Optimization, Plan } from '../domain.ts';
import { judgingDraws, wholeDraws, withDrawsOf } from './draws.ts';
import type { KnownParts } from '../optimize/branch/known-parts.ts';
import { bentChannels } from '../optimize/curves.ts';
import { optimize } from '../optimize/optimize.ts';
import { spendByColumn } from '../optimize/plans.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import type { Simulator } from '../optimize/asks.ts';
import { conditionsOf, type Conditions } from '../simulate/conditions/conditions.ts';
import { openSampler } from '../simulate/sample.ts';
import { simulatorOn } from './simulator.ts';
import { stopSign } from './stopping.ts';

export const USUAL_SEARCH_DRAWS = 1_024;

/** Draws looked at to see how curves bend. */
const LOOKED_AT = 512;

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
  /** What searches of such models have learnt on that ground; added to. */
  readonly known?: KnownParts;
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
  { gap = options.gap, from, stressed = [], ground, known }: SearchWishes = {},
): Promise<Optimization> {
  const solvers = await engine.solvers();
  const { onProgress } = options;
  return optimize({
    model,
    ...(ground ?? searchGround(engine, [model, ...stressed], options)),
    solvers,
    ...(from === undefined ? {} : { from: spendByColumn(from) }),
    ...(gap === undefined ? {} : { tolerance: gap }),
    ...(known === undefined ? {} : { known }),
    ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress({ phase: 'search', ...progress }) }),
    signal: stopSign(options),
  });
}

/** The ground of searches in these worlds: a model, and the same under stresses. */
export function searchGround(engine: Engine, worlds: readonly Model[], options: RunOptions): SearchGround {
  const draws = searchDraws(withDrawsOf(() => worlds[0]!, options));
  const few = { ...draws, draws: Math.min(LOOKED_AT, draws.draws) };
  const looked = worlds.map((world) => conditionsOf(world, openSampler(world, few, 'plain').block(0, few.draws)));
  const bends = worlds.some((world, w) => bentChannels(world, looked[w]!.block).includes(true));
  return { simulator: simulatorOn(engine, worlds, draws, !bends), looked };
}

/** The ground of a search in the first of several worlds. */
export function groundOfFirst({ simulator, looked }: SearchGround): SearchGround {
  return { simulator, looked: looked.slice(0, 1) };
}
