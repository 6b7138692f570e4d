import type { Alignment, Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { keyOf } from '../random/key.ts';
import { normalScores, pointStream } from '../random/points.ts';
import type { Block } from './block/block.ts';
import { conditionsOf } from './conditions/conditions.ts';
import { channelsUsed, evaluate } from './outcome/evaluate.ts';
import { recycled } from './block/memory.ts';
import { outcomeOf } from './outcome/outcome.ts';

/** Seed of the draws that the direction is found on. Not the run's: a model has one direction, whatever the seed. */
const PILOT_SEED = 'pilot for an alignment';
/** The fit is to have this many draws for each of its unknowns, and in all. */
const DRAWS_PER_SOURCE = 8;
const FEWEST_DRAWS = 512;
/** Of as many outcomes, several numbers are better left alone; of twice as many, tails are better with them in the direction. */
const FEW = 8;
/** Draws evaluated at a time. */
const BLOCK = 256;

/**
 * The direction in which profit changes most under today's plan: of the linear function of the independent scores that
 * comes nearest to it in least squares over a few pilot draws. All sources of the model are in it but those with few outcomes:
 * a coordinate spreads a jump evenly by itself, and a direction that is oblique to it does not.
 *
 * The tail's own direction, the mean of the scores where profit is lowest, would need far more draws: only the few in
 * the tail count for it. Of a profit that is some function of one direction both find that direction.
 * Source: Brillinger, "A generalized linear model with Gaussian regressor variables" (1983).
 *
 * @param open  makes so many draws of the model by method `sobol` under a seed, in blocks
 */
export function fitAlignment(
  model: Model,
  open: (seed: string, draws: number) => (first: number, count: number) => Block,
): Alignment {
  const jumps = jumpsOf(model);
  const sources = sourcesOf(model, jumps);
  let draws = FEWEST_DRAWS;
  while (draws < DRAWS_PER_SOURCE * sources.length) draws *= 2;
  const key = keyOf(PILOT_SEED);
  const scores = sources.map((id) => {
    const row = new Float64Array(draws);
    normalScores(pointStream(key, 'sobol', id, draws), 0, draws, row);
    return row;
  });
  const fitted = linearPart(scores, profitOf(model, open(PILOT_SEED, draws), draws));
  const direction = sources.map((id, k) => (jumps.has(id) ? 0 : fitted[k]!));
  const length = Math.sqrt(direction.reduce((sum, component) => sum + component * component, 0));
  return { sources, direction: direction.map((component) => (length > 0 ? component / length : 0)) };
}

/**
 * Whose independent scores a model is made of, in the order in which they get Sobol' dimensions, of which the first are best: what has
 * few outcomes, then common factors, and the others by how much they usually move (see `turnOf`).
 *
 * The order follows from ids and kinds alone, so that draws stay where they are when numbers change.
 */
function sourcesOf({ assumptions, clusters }: Model, jumps: ReadonlySet<string>): readonly string[] {
  const ids = assumptions.map(({ id }) => id);
  const known = new Set(ids);
  return [
    ...ids.filter((id) => jumps.has(id)),
    ...clusters.flatMap(({ sources }) => sources.filter((id) => !known.has(id))),
    ...ids.filter((id) => !jumps.has(id)).sort((a, b) => turnOf(a) - turnOf(b)),
  ];
}

/** First what concerns all channels, then channels and people, and last when effects come: it hardly changes how much comes. */
function turnOf(id: string): number {
  if (id.includes('.carryover.')) return 2;
  return id.startsWith('channels.') || id.startsWith('resources.') ? 1 : 0;
}

/** What has few separate outcomes, such as whether a partner delivers. */
function jumpsOf({ assumptions }: Model): ReadonlySet<string> {
  return new Set(
    assumptions.flatMap(({ id, marginal }) => (marginal.kind === 'steps' && marginal.values.length <= FEW ? [id] : [])),
  );
}

function profitOf(model: Model, draw: (first: number, count: number) => Block, draws: number): Row {
  const plan = pilotPlan(model);
  const used = channelsUsed(plan);
  const memory = recycled();
  const profit = new Float64Array(draws);
  for (let first = 0; first < draws; first += BLOCK) {
    memory.reset();
    const evaluation = evaluate(model, plan, conditionsOf(model, draw(first, BLOCK)), used, memory);
    profit.set(outcomeOf(model, evaluation).totals.profit, first);
  }
  return profit;
}

/** Today's plan; where it spends nothing, the first unit of money everywhere. */
function pilotPlan({ channels }: Model): Plan {
  const nothing = channels.every(({ plan }) => plan.every((amount) => amount === 0));
  return { name: 'pilot', spend: channels.map(({ plan }) => (nothing ? plan.map(() => 1) : plan)) };
}

/** Steps of the fit: with eight draws for each unknown, each step leaves at most two thirds of the error. */
const STEPS = 24;
/** Of a random matrix of that shape, squares of singular values lie between (1 ± √(1/8))²: this step suits both ends. */
const STEP = 8 / 9;

/** Coefficients of the linear function of `scores` that is nearest to `values`, by steps down the sum of squares. */
function linearPart(scores: readonly Row[], values: Row): number[] {
  const { length } = values;
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const rest = values.map((value) => value - mean);
  const coefficients = scores.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const changes = scores.map((row) => (STEP / length) * row.reduce((sum, score, i) => sum + score * rest[i]!, 0));
    changes.forEach((change, k) => {
      const row = scores[k]!;
      coefficients[k] = coefficients[k]! + change;
      for (let i = 0; i < length; i++) rest[i] = rest[i]! - change * row[i]!;
    });
  }
  return coefficients;
}
