import type { Kernel } from './kernel.ts';
import type { Address } from './address.ts';

/**
 * Room with the cubics of a smooth table, four coefficients a cell, as `smoothRow` reads them: after the last cell stands one for
 * scores beyond it, which have the value of its end, so that the kernel need not look which these are.
 */
export function putCubics(kernel: Kernel, cubics: Float64Array): Address {
  const [constant = 0, linear = 0, square = 0, cubic = 0] = cubics.subarray(-4);
  const all = new Float64Array(cubics.length + 4);
  all.set(cubics);
  all[cubics.length] = constant + (linear + (square + cubic)); // as the end of a cell is worked out
  return kernel.put(all);
}
