import { REPLICATES } from '../random/points.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { placing } from '../kernel/place.ts';
import type { SaturateInput } from './effect.ts';
import { changeOfArrivals, type FlowAsked, type FlowSums } from './flow.ts';
import { placeChannel, placeRows } from './kernel-channel.ts';
import { inReplicates } from './replicate-sums.ts';

/** `flowOfSpend` in the compiled kernel, with the same bits. */
export function flowCompiled(kernel: Kernel, input: SaturateInput, asked: FlowAsked): FlowSums {
  const { channel, conditions, count, periods } = input;
  const { code } = kernel;
  const rows = periods + channel.tail;
  kernel.release();
  const place = placing(kernel, count);
  const { stride } = place;
  const { value, slope, saturate, spread } = placeChannel(kernel, place, input);
  const sums = asked.byPeriod.map((worth) => ({
    worth: placeRows(kernel, place, worth, 'factor').rows,
    to: place.zeros(REPLICATES * rows),
  }));
  const values = asked.byDraw.map((worth) => ({ ...placeRows(kernel, place, worth), to: place.zeros(count + 1) }));
  const { spend, worths } = asked.change ?? { spend: undefined, worths: [] };
  const change = spend && kernel.put(changeOfArrivals(conditions.arrivals, spend).scale);
  const changes = worths.map((worth) => ({ ...placeRows(kernel, place, worth), to: place.zeros(count + 1) }));
  const moved = place.tile(rows);

  for (const tile of place.tiles) {
    const { bytes, offset } = tile;
    saturate(tile);
    for (const { worth, to } of sums) code.sumReplicates(value, stride, bytes, rows, worth, to, offset);
    for (const own of values) code.addValues(value, stride, bytes, rows, own.rows, own.scale, own.to, offset);
    if (change === undefined) continue;
    spread(change, moved, tile);
    for (const own of changes) {
      code.addChanges(slope, moved, stride, bytes, rows, own.rows, own.scale, own.to, offset);
    }
  }

  const numbers = kernel.numbers();
  const copied = (from: number, length: number) => numbers.slice(from / 8, from / 8 + length);
  return {
    byPeriod: asked.byPeriod.map(({ scale }, k) =>
      Array.from({ length: rows }, (_, t) =>
        inReplicates(copied(sums[k]!.to + 8 * REPLICATES * t, REPLICATES), asked.first, scale[t]!),
      ),
    ),
    byDraw: values.map(({ to }) => copied(to, count)),
    change: changes.map(({ to }) => copied(to, count)),
  };
}
