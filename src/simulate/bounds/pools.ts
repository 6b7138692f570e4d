import type { CarryWeights } from '../../carryover/weights.ts';
import type { ChannelModel } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';

/**
 * Draws of one channel in which effect is spread over periods nearly alike, a few to a pool. With the largest weight that
 * any of them has at each lag, no less is at work than in each: as curves rise, their sum there is no less than what they
 * bring. That sum is a function of one number, in which the bends of single draws have evened out, so that a concave
 * function above it can be far nearer than one for each draw.
 */
export interface Pools {
  readonly count: number;
  /** Draws, pool after pool. */
  readonly members: Int32Array;
  /** Where each pool begins in `members`, and the end of the last. */
  readonly starts: Int32Array;
  /** How many lags have a weight of their own. */
  readonly lags: number;
  /** Largest weight of each lag, `[pool * lags + lag]`, as a share of all weights of a draw. */
  readonly weights: Float64Array;
  /** By draw, what is bought by a unit of what arrives, all lags together. */
  readonly bought: Row;
  /** By draw, the share of what is at work that is left a period after the plan; undefined where it has lags of its own. */
  readonly retention: Row | undefined;
}

/** A pool has so many draws, and more as long as weights need not grow by more than this share. */
const FEWEST = 4;
const WIDEST = 1e-3;

/** Whether the draws of a channel can be pooled: curves rise evenly and the same is bought in every period. */
export function canPool({ lasting, response }: ChannelModel, { buying, arrivals }: ChannelConditions): boolean {
  const before = arrivals.rows.length - buying.rows.length;
  return (
    lasting &&
    // A table may bend to and fro.
    response.points.length === 0 &&
    buying.rows.every((row) => row === buying.rows[0]) &&
    arrivals.scale.subarray(0, before).every((amount) => amount === 0)
  );
}

/** See {@link Pools}; for channels that {@link canPool}. */
export function poolsOf({ carry, buying }: ChannelConditions, periods: number, tail: number): Pools {
  const lags = carry.kind === 'fading' ? periods : periods + tail;
  const bought = buying.rows[0]!.slice();
  /** Mean lag of each draw. */
  const centres = new Float64Array(bought.length);
  const weights = Array.from(centres, (_, i) => weightsOfDraw(carry, i, bought.length, lags));
  weights.forEach((ofDraw, i) => {
    const sum = ofDraw.reduce((total, weight) => total + weight, 0);
    bought[i] = bought[i]! * sum;
    if (sum > 0) ofDraw.forEach((weight, lag) => (ofDraw[lag] = weight / sum));
    centres[i] = ofDraw.reduce((total, weight, lag) => total + lag * weight, 0);
  });
  const members = Int32Array.from(centres, (_, i) => i).sort((a, b) => centres[a]! - centres[b]! || a - b);
  const pools: { readonly start: number; readonly largest: Float64Array }[] = [];
  members.forEach((i, place) => {
    const last = pools.at(-1);
    const wider = last?.largest.map((weight, lag) => Math.max(weight, weights[i]![lag]!));
    const isFull =
      last === undefined ||
      (place - last.start >= FEWEST && wider!.reduce((sum, weight) => sum + weight, 0) > 1 + WIDEST);
    if (isFull) pools.push({ start: place, largest: weights[i]! });
    else pools[pools.length - 1] = { start: last.start, largest: wider! };
  });
  return {
    count: pools.length,
    members,
    starts: Int32Array.from([...pools.map(({ start }) => start), members.length]),
    lags,
    weights: Float64Array.from(pools.flatMap(({ largest }) => [...largest])),
    bought,
    retention: carry.kind === 'fading' ? carry.retention : undefined,
  };
}

function weightsOfDraw(carry: CarryWeights, i: number, count: number, lags: number): Float64Array {
  const weights = new Float64Array(lags);
  if (carry.kind === 'fading') {
    for (let lag = 0, weight = carry.gain[i]!; lag < lags; lag++, weight *= carry.retention[i]!) weights[lag] = weight;
  } else {
    for (let lag = 0; lag <= Math.min(carry.lags, lags - 1); lag++) {
      weights[lag] = carry.weights[carry.shared ? lag : lag * count + i]!;
    }
  }
  return weights;
}

/** What is at work in a pool in a period. */
export function atWorkIn({ weights, lags }: Pools, pool: number, arriving: Float64Array, period: number): number {
  let sum = 0;
  const last = Math.min(period, arriving.length - 1);
  for (let s = 0; s <= last; s++) sum += weights[pool * lags + period - s]! * arriving[s]!;
  return sum;
}
