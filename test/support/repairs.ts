import type { Repair } from '../../src/domain.ts';

/** By how much the number of a field has to rise, or fall below 0; not a number where it has to be left out. */
export function moveOf(repair: Repair): number {
  return repair.kind === 'change' ? repair.by : Number.NaN;
}
