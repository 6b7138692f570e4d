import type { Model } from '../domain.ts';
import { arrivalsOf, eachOnce, rowsOf, type RowsByPeriod } from '../carryover/spread.ts';
import { rowOf } from './block.ts';
import type { Conditions } from './conditions.ts';
import type { Allocate } from './memory.ts';
import type { Volumes } from './volume.ts';

/**
 * What starts to work in every channel, in periods before the plan and of it: what its own money buys, with what other
 * channels' spend does for it (halo) added.
 */
export function arrivalsOfPlan(
  model: Model,
  volumes: Volumes,
  conditions: Conditions,
  allocate: Allocate,
): readonly RowsByPeriod[] {
  const { block, channels } = conditions;
  if (!hasHalo(model)) return channels.map(({ arrivals }, c) => withVolume(arrivals, volumes.amount[c]!));
  const { count } = block;
  const own = channels.map(({ buying }, c) =>
    boughtAlone(buying, volumes.amount[c]!, allocate(model.periods * count), count),
  );
  const total = own.map((bought) => {
    const sum = allocate(bought.length);
    sum.set(bought);
    return sum;
  });
  model.channels.forEach((channel, from) => {
    for (const halo of channel.halo) {
      const share = rowOf(block, halo.share);
      const target = total[halo.to]!;
      const source = own[from]!;
      for (let at = 0, i = 0; at < source.length; at++, i = i + 1 === count ? 0 : i + 1) {
        target[at] = target[at]! + share[i]! * source[at]!;
      }
    }
  });
  return total.map((bought, c) =>
    arrivalsOf(channels[c]!.carry, eachOnce(rowsOf(bought, count)), model.channels[c]!.carryIn, count),
  );
}

/** What arrives of a unit of spend in each period of the plan, `volume` times; what arrived before stays as it is. */
export function withVolume({ rows, scale }: RowsByPeriod, volume: Float64Array): RowsByPeriod {
  const times = scale.slice();
  const before = scale.length - volume.length;
  for (let t = 0; t < volume.length; t++) times[before + t] = volume[t]! * scale[before + t]!;
  return { rows, scale: times };
}

/** Whether what is spent in some channel also works for another. */
export function hasHalo(model: Model): boolean {
  return model.channels.some((channel) => channel.halo.length > 0);
}

/** Fills `bought` with what a channel's own money buys, `[t * count + i]`, and returns it. */
function boughtAlone(
  { rows, scale }: RowsByPeriod,
  volume: Float64Array,
  bought: Float64Array,
  count: number,
): Float64Array {
  for (let t = 0; t < volume.length; t++) {
    const amount = volume[t]! * scale[t]!;
    const row = rows[t]!;
    for (let i = 0, at = t * count; i < count; i++, at++) bought[at] = amount * row[i]!;
  }
  return bought;
}
