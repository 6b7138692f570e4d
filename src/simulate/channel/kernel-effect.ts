import type { Kernel } from '../../kernel/kernel.ts';
import { placing } from '../../kernel/place.ts';
import type { SaturateInput } from './saturate-input.ts';
import { placeChannel } from './kernel-channel.ts';
import type { Table } from '../block/memory.ts';

/** `saturate` in the compiled kernel, with the same bits: fills the rows of `value` and `slope`. */
export function saturateCompiled(kernel: Kernel, input: SaturateInput, value: Table, slope: Table): void {
  const { count } = input;
  const { buffer } = kernel.numbers();
  const isHere = value[0]!.buffer === buffer && slope[0]!.buffer === buffer;
  kernel.release();
  const place = placing(kernel, count, count + (count % 2));
  const placed = placeChannel(
    kernel,
    place,
    input,
    isHere ? { value: value[0]!.byteOffset, slope: slope[0]!.byteOffset } : 'slopes',
  );
  for (const tile of place.tiles) placed.saturate(tile);
  if (isHere) return;
  kernel.byHand();
  const numbers = kernel.numbers();
  for (const [rows, from] of [[value, placed.value] as const, [slope, placed.slope] as const]) {
    rows.forEach((row, t) => {
      const start = (from + t * place.stride) / 8;
      row.set(numbers.subarray(start, start + count));
    });
  }
}
