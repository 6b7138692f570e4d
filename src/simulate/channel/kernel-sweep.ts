import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Address } from '../../kernel/address.ts';
import { placing } from '../../kernel/place.ts';
import type { SaturateInput } from './saturate-input.ts';
import { placeChannel, placeRows } from './kernel-channel.ts';
import type { SweepOutput } from './sweep.ts';

/** What a figure asks of a channel; see `SweepInput`. */
export interface AskedSweep {
  readonly worth: RowsByPeriod;
  readonly byDraw: RowsByPeriod;
  readonly output: SweepOutput;
}

/**
 * `saturate` and then `sweep` for each figure in the compiled kernel, with the same bits: all of a channel while its
 * numbers are at hand.
 */
export function sweepCompiled(kernel: Kernel, input: SaturateInput, asked: readonly AskedSweep[]): void {
  const { channel, count, periods } = input;
  const unit = input.conditions.arrivals;
  const { tail } = channel;
  const { code } = kernel;
  const before = unit.rows.length - periods;
  kernel.release();
  const place = placing(kernel, count);
  const { stride } = place;
  const { carry, value, slope, saturate } = placeChannel(kernel, place, input, 'slopes');
  const arrivals = placeRows(kernel, place, unit).rows + 4 * before;
  const spare = place.tile(periods + tail + 1);
  const sweeps = asked.map(({ worth, byDraw, output }) => {
    const placed = placeRows(kernel, place, worth, 'factor');
    const { rows } = byDraw === worth || !output.values ? placed : placeRows(kernel, place, byDraw, 'factor');
    const cells = place.zeros(2 * (periods + tail));
    const gradient = place.zeros(2 * periods);
    return { ...placed, cells, gradient, byDraw: rows, values: output.values && place.total(output.values) };
  });

  for (const tile of place.tiles) {
    const { bytes, offset } = tile;
    saturate(tile);
    for (const { rows, scale, byDraw, cells, gradient, values } of sweeps) {
      if (carry.kind === 'window') {
        const { weights, lagStride, lags } = carry;
        code.sweepWindow(
          ...([value, slope, stride, bytes, periods, tail, rows, scale, arrivals] as const),
          ...([weights, lagStride, lags, spare, cells, gradient, offset] as const),
        );
      } else if (carry.kind === 'fading') {
        const { retention } = carry;
        code.sweepFading(
          ...([value, slope, stride, bytes, periods, tail, rows, scale, arrivals] as const),
          ...([retention, spare, cells, gradient, offset] as const),
        );
      } else {
        code.sweepNothing(value, slope, stride, bytes, periods, tail, rows, scale, arrivals, cells, gradient, offset);
      }
      if (values !== undefined) code.addValues(value, stride, bytes, periods + tail, byDraw, scale, values.at, offset);
    }
  }

  const numbers = kernel.numbers();
  const pair = (start: Address, t: number) => numbers[start / 8 + 2 * t]! + numbers[start / 8 + 2 * t + 1]!;
  asked.forEach(({ worth, output }, k) => {
    const { cells, gradient, values } = sweeps[k]!;
    for (let t = 0; t < periods + tail; t++) {
      const scale = worth.scale[t]!;
      output.cells[output.firstCell + t] = scale === 0 ? 0 : scale * pair(cells, t);
    }
    for (let t = 0; t < periods; t++) {
      output.gradient[output.firstColumn + t] = unit.scale[before + t]! * pair(gradient, t);
    }
    values?.back();
  });
}
