import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { placing } from '../../kernel/place.ts';
import type { UsedMemory } from '../block/memory.ts';
import { saturate } from './effect.ts';
import { type SaturateInput } from './saturate-input.ts';
import { placeChannel, placeRows } from './kernel-channel.ts';
import { plainTables } from './table-code.ts';

/** What values are worth, and what to add that to. */
export interface AskedValues {
  /** By period, per unit of saturated effective spend. */
  readonly worth: RowsByPeriod;
  readonly to: Row;
}

/** Adds what all periods of a channel are worth, draw by draw. */
export function addValues(
  input: SaturateInput,
  asked: readonly AskedValues[],
  memory: UsedMemory,
  kernel: Kernel | undefined,
): void {
  if (kernel === undefined) addPlain(input, asked, memory);
  else addCompiled(kernel, input, asked);
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
