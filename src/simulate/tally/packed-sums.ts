/** Sums of a plan as one array of numbers: quick to send, and parts are put together by adding. */
import type { Model } from '../../domain.ts';
import { REPLICATES } from '../../random/points.ts';
import { channelSums, type ChannelSum, type ReplicateSums, type TallySums } from './tally.ts';

/** What sums there are. */
export interface SumsShape {
  readonly channels: number;
  /** Of the plan, and after it. */
  readonly periods: number;
  readonly tail: number;
}

export function shapeOfSums({ channels, periods, tail }: Model): SumsShape {
  return { channels: channels.length, periods, tail };
}

/** How many numbers they are. */
export function sumsLength({ channels, periods, tail }: SumsShape): number {
  return (channels * (3 * periods + channelSums.length) + 3 * periods + tail) * REPLICATES;
}

/** Sums that stand one after the other, as views of them. */
export function sumsIn(
  { channels, periods, tail }: SumsShape,
  all: Float64Array,
): Omit<TallySums, 'count' | 'marginalCount'> {
  let at = 0;
  const next = (many = 1) => all.subarray(at, (at += many * REPLICATES));
  // Properties are made from the top down.
  return {
    all,
    channels: Array.from({ length: channels }, () => ({
      byPeriod: { customers: next(periods), revenue: next(periods), profit: next(periods) },
      sums: Object.fromEntries(channelSums.map((name) => [name, next()])) as Record<ChannelSum, ReplicateSums>,
    })),
    baseline: { revenue: next(periods), profit: next(periods) },
    ownProfit: next(periods + tail),
  };
}

/**
 * The sums of several plans, one after the other.
 *
 * @param packed  where they are written
 */
export function packSums(
  plans: readonly TallySums[],
  packed: Float64Array = new Float64Array(plans.reduce((length, { all }) => length + all.length, 0)),
): Float64Array {
  let at = 0;
  for (const { all } of plans) {
    packed.set(all, at);
    at += all.length;
  }
  return packed;
}

/** The sums that were packed, as views of them. */
export function unpackSums(
  model: Model,
  plans: number,
  packed: Float64Array,
  counts: Pick<TallySums, 'count' | 'marginalCount'>,
): readonly TallySums[] {
  const shape = shapeOfSums(model);
  const length = sumsLength(shape);
  return Array.from({ length: plans }, (_, p) => ({
    ...counts,
    ...sumsIn(shape, packed.subarray(p * length, (p + 1) * length)),
  }));
}
