import type { Kernel } from '../kernel/kernel.ts';
import { placing } from '../kernel/place.ts';
import type { Row } from '../families.ts';
import type { SaturateInput } from './effect.ts';
import { placeChannel } from './kernel-channel.ts';

/** `saturate` in the compiled kernel, with the same bits: fills the rows of `value` and `slope`. */
export function saturateCompiled(
  kernel: Kernel,
  input: SaturateInput,
  value: readonly Row[],
  slope: readonly Row[],
): void {
  const { channel, count, periods } = input;
  kernel.release();
  const place = placing(kernel, count, count + (count % 2));
  const placed = placeChannel(kernel, place, input);
  for (const tile of place.tiles) placed.saturate(tile);
  const numbers = kernel.numbers();
  for (let t = 0; t < periods + channel.tail; t++) {
    for (const [rows, from] of [[value, placed.value] as const, [slope, placed.slope] as const]) {
      const start = (from + t * place.stride) / 8;
      rows[t]!.set(numbers.subarray(start, start + count));
    }
  }
}
