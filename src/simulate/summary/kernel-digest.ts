import type { Kernel } from '../../kernel/kernel.ts';
import { REPLICATES } from '../../random/points.ts';
import { areEqual } from '../../statistics/buckets.ts';
import { LOOKUP } from '../../statistics/kernel-cells.ts';
import type { Windows } from '../../statistics/windows.ts';
import { countsOfWindows, MOMENTS, type DigestCode } from './digest.ts';

/**
 * The compiled code for so many draws in a kernel's memory, above what it holds; undefined where there is no room or draws are not
 * whole rounds of replicates. Good until something else is done with the kernel.
 */
export function kernelDigest(kernel: Kernel, count: number): DigestCode | undefined {
  kernel.release();
  // Rooms begin a few numbers apart.
  if (count % REPLICATES > 0 || !kernel.hasRoom(3 * count + LOOKUP + MOMENTS + 64)) return undefined;
  const { code } = kernel;
  const values = kernel.room(count);
  const places = kernel.room(count / 4);
  const list = kernel.room(count + 2);
  const lookup = kernel.room(LOOKUP);
  const sums = kernel.room(MOMENTS);
  const numbers = kernel.numbers();
  const cells = new Uint16Array(numbers.buffer, places, count);
  const moments = numbers.subarray(sums / 8, sums / 8 + MOMENTS);

  /** How many values there are in windows, whose list is written; and of each window its two numbers. */
  const listed = (windows: Windows, counts: Float64Array): number => {
    let many = 0;
    for (let w = 0; w < windows.length; w += 2) {
      const own = code.listWithin(values, count, windows[w]!, windows[w + 1]!, list + 8 * many, sums);
      counts[w] = moments[0]!;
      counts[w + 1] = own;
      many += own;
    }
    return many;
  };

  return (row, layout, to) => {
    numbers.set(row, values / 8);
    numbers.set(layout.lookup, lookup / 8);
    if (layout.windows.length > 0) {
      const many = listed(layout.windows, countsOfWindows(to.sums, layout.windows));
      // Two at a time: beyond the last there is a number, whatever it is.
      code.placeValues(list, many + (many % 2), lookup, places);
      to.places.set(cells.subarray(0, many));
    } else if (areEqual(row)) {
      code.placeValues(values, 2, lookup, places);
      to.places.fill(cells[0]!);
    } else {
      code.placeValues(values, count, lookup, places);
      to.places.set(cells);
    }
    code.sumMoments(values, count, layout.about, sums);
    to.sums.set(moments);
  };
}
