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
  const { block } = conditions;
  const { count } = block;
  const own = conditions.channels.map(({ buying }, c) => {
    const bought = allocate(buying.length);
    for (let t = 0; t < model.periods; t++) {
      const volume = volumes.amount[c]![t]!;
      if (volume === 0) continue;
      for (let at = t * count; at < (t + 1) * count; at++) bought[at] = volume * buying[at]!;
    }
    return bought;
  });
  if (model.channels.every((channel) => channel.halo.length === 0)) return own;
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
