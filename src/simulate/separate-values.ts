import type { Row } from '../families.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { placing } from '../kernel/place.ts';
import { saturate, type SaturateInput } from './channel/effect.ts';
import { withVolume } from './channel/effective-spend.ts';
import type { FiguresInput } from './figures.ts';
import { addBaseline } from './goal/goal.ts';
import { placeChannel, placeRows } from './channel/kernel-channel.ts';
import type { UsedMemory } from './block/memory.ts';
import { addSpendingByDraw } from './goal/spending.ts';
import { plainTables } from './channel/table-code.ts';
import { volumesOf } from './channel/volume.ts';

/**
 * Adds figures to `values` draw by draw where channels do nothing to each other: what `figuresIn` adds there, bit for bit,
 * without sums and derivatives.
 */
export function addSeparateValues(
  { model, plan, used, conditions, figures, values }: Omit<FiguresInput, 'relaxation'>,
  memory: UsedMemory,
  kernel: Kernel | undefined,
): void {
  const { count } = conditions.block;
  const { periods } = model;
  const volumes = volumesOf(model, plan);
  model.channels.forEach((channel, c) => {
    const own = conditions.channels[c]!;
    const arrivals = withVolume(own.arrivals, volumes.amount[c]!);
    const input = { channel, conditions: own, arrivals, periods, count, envelope: undefined };
    const asked = figures.flatMap(({ alone }, k) =>
      values[k] === undefined ? [] : [{ worth: alone![c]!, to: values[k] }],
    );
    if (kernel === undefined) addPlain(input, asked, memory);
    else addCompiled(kernel, input, asked);
    figures.forEach(({ spending }, k) => {
      if (values[k] !== undefined)
        addSpendingByDraw(conditions.block, spending[c]!, plan.spend[c]!, used[c]!, values[k]);
    });
  });
  figures.forEach((figure, k) => addBaseline(conditions.block, figure, values[k]));
}

interface AskedValues {
  /** By period, per unit of saturated effective spend. */
  readonly worth: { readonly rows: readonly Row[]; readonly scale: Float64Array };
  readonly to: Row;
}

function addPlain(input: SaturateInput, asked: readonly AskedValues[], memory: UsedMemory): void {
  const { channel, periods, count } = input;
  memory.reset();
  const table = () => memory.table(periods + channel.tail, count);
  const value = table();
  saturate(input, value, table());
  const code = plainTables(memory);
  for (const { worth, to } of asked) code.addWorth(worth, value, to);
}

function addCompiled(kernel: Kernel, input: SaturateInput, asked: readonly AskedValues[]): void {
  const { channel, periods, count } = input;
  kernel.release();
  const place = placing(kernel, count);
  const { value, saturate: saturateTile } = placeChannel(kernel, place, input, 'values');
  const placed = asked.map(({ worth, to }) => ({ ...placeRows(kernel, place, worth), total: place.total(to) }));
  for (const tile of place.tiles) {
    saturateTile(tile);
    const { bytes, offset } = tile;
    for (const { rows, scale, total } of placed) {
      kernel.code.addValues(value, place.stride, bytes, periods + channel.tail, rows, scale, total.at, offset);
    }
  }
  for (const { total } of placed) total.back();
}
