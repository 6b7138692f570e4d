import { GUIDES, lookupOf, SEGMENTS, type Cells } from './cells.ts';

/** Numbers by segment, and for all of them; see `kernel/assembly/cells.ts`. */
const BY_SEGMENT = 4 * SEGMENTS;
const NUMBERS = BY_SEGMENT + 3;
/** Numbers that a lookup takes in a kernel's memory, with the bytes of its guide. */
export const LOOKUP = NUMBERS + Math.ceil((GUIDES + 1) / 8);

/** What the kernel finds the cells of values by: to be put into its memory. */
export function kernelLookup(cells: Cells): Float64Array {
  const { edges } = cells;
  const { perGuide, guide, perWidth } = lookupOf(cells);
  const numbers = new Float64Array(LOOKUP);
  // Nothing is equal to what is not a number, nor beyond it: the first segment has none before it, the last none after.
  numbers.fill(NaN, 0, 2 * SEGMENTS);
  numbers.set(edges.subarray(1, SEGMENTS));
  numbers.set(edges.subarray(0, SEGMENTS - 1), SEGMENTS + 1);
  for (let k = 0; k < SEGMENTS; k++) numbers[2 * SEGMENTS + k] = edges[k]! / 2;
  numbers.set(perWidth, 3 * SEGMENTS);
  numbers.set([edges[0]!, edges[SEGMENTS]!, perGuide], BY_SEGMENT);
  new Uint8Array(numbers.buffer, 8 * NUMBERS, guide.length).set(guide);
  return numbers;
}
