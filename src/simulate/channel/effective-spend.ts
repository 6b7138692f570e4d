import { eachOnce, type RowsByPeriod } from '../../carryover/spread.ts';
import type { Model } from '../../domain.ts';
import { rowOf } from '../block/block.ts';
import type { ChannelConditions, Conditions } from '../conditions/conditions.ts';
import type { Memory } from '../block/memory.ts';
import type { TableCode } from './table-code.ts';
import type { Volumes } from './volume.ts';

/**
 * What starts to work in every channel, in periods before the plan and of it: what its own money buys, with what other
 * channels' spend does for it (halo) added.
 */
export function arrivalsOfPlan(
  model: Model,
  volumes: Volumes,
  { block, channels }: Conditions,
  memory: Memory,
  code: TableCode,
): readonly RowsByPeriod[] {
  const own = channels.map(({ arrivals }, c) => withVolume(arrivals, volumes.amount[c]!));
  if (!hasHalo(model)) return own;
  const bought = ({ buying }: ChannelConditions, c: number) => withVolume(buying, volumes.amount[c]!);
  return own.map((arrivals, c) => {
    const givers = model.channels.flatMap(({ halo }, from) =>
      halo.filter(({ to }) => to === c).map(({ share }) => ({ from, share })),
    );
    if (givers.length === 0) return arrivals;
    const { carry } = channels[c]!;
    const total = memory.table(model.periods, block.count);
    code.buy(bought(channels[c]!, c), total);
    for (const { from, share } of givers) {
      code.addShareBought(bought(channels[from]!, from), rowOf(block, share), total);
    }
    if (carry.kind === 'fading') code.multiply(total, carry.gain);
    return replaced(arrivals, eachOnce(total));
  });
}

/** Arrivals with others in the periods of the plan. */
function replaced(arrivals: RowsByPeriod, own: RowsByPeriod): RowsByPeriod {
  const before = arrivals.rows.length - own.rows.length;
  return {
    rows: [...arrivals.rows.slice(0, before), ...own.rows],
    scale: Float64Array.of(...arrivals.scale.subarray(0, before), ...own.scale),
  };
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
