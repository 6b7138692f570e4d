/** Sums of several plans as one array of numbers: quick to send, and parts are put together by adding. */
import type { Model } from '../domain.ts';
import { REPLICATES } from '../random/points.ts';
import { channelSums, type ChannelSum, type ReplicateSums, type TallySums } from './tally.ts';

export function packSums(plans: readonly TallySums[]): Float64Array<ArrayBuffer> {
  const all = plans.flatMap(inOrder);
  const packed = new Float64Array(all.length * REPLICATES);
  all.forEach((sums, k) => packed.set(sums, k * REPLICATES));
  return packed;
}

/** The sums that were packed, as views of them. */
export function unpackSums(
  model: Model,
  plans: number,
  packed: Float64Array,
  { count, marginalCount }: Pick<TallySums, 'count' | 'marginalCount'>,
): readonly TallySums[] {
  let at = 0;
  const next = (): ReplicateSums => packed.subarray(at, (at += REPLICATES));
  const several = (length: number) => Array.from({ length }, next);
  const periods = () => several(model.periods);
  // Written in the order of `inOrder`: properties are read from the top down.
  return Array.from({ length: plans }, () => ({
    count,
    marginalCount,
    channels: model.channels.map(() => ({
      byPeriod: { customers: periods(), revenue: periods(), profit: periods() },
      sums: Object.fromEntries(channelSums.map((name) => [name, next()])) as Record<ChannelSum, ReplicateSums>,
    })),
    baseline: { revenue: periods(), profit: periods() },
    ownProfit: several(model.periods + model.tail),
  }));
}

function inOrder({ channels, baseline, ownProfit }: TallySums): readonly ReplicateSums[] {
  return [
    ...channels.flatMap(({ byPeriod: { customers, revenue, profit }, sums }) => [
      ...customers,
      ...revenue,
      ...profit,
      ...channelSums.map((name) => sums[name]),
    ]),
    ...baseline.revenue,
    ...baseline.profit,
    ...ownProfit,
  ];
}
