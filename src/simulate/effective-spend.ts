import type { Model } from '../domain.ts';
import { rowOf } from './block.ts';
import type { Conditions } from './conditions.ts';
import type { Allocate } from './memory.ts';
import type { Volumes } from './volume.ts';

/** What money buys in every channel, with what other channels' spend does for it (halo) added. */
export function effectiveSpend(
  model: Model,
  volumes: Volumes,
  conditions: Conditions,
  allocate: Allocate,
): readonly Float64Array[] {
  const { block, channels } = conditions;
  const { count } = block;
  const own = channels.map(({ buying }, c) =>
    boughtAlone(buying, volumes.amount[c]!, count, allocate(model.periods * count)),
  );
  if (!hasHalo(model)) return own;
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
  return total;
}

/** Whether what is spent in some channel also works for another. */
export function hasHalo(model: Model): boolean {
  return model.channels.some((channel) => channel.halo.length > 0);
}

/** Fills `bought` with what a channel's own money buys, `[t * count + i]`, and returns it. */
export function boughtAlone(
  buying: Float64Array,
  volume: Float64Array,
  count: number,
  bought: Float64Array,
): Float64Array {
  for (let t = 0; t < volume.length; t++) {
    const amount = volume[t]!;
    for (let at = t * count; at < (t + 1) * count; at++) bought[at] = amount * buying[at]!;
  }
  return bought;
}
