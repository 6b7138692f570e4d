import type { Estimate } from '../../src/domain.ts';

/** Standard errors to each side in which 95 % of repeats lie; shares and worths are not drawn below zero. */
const SIDE = 1.96;

/** Where an estimate that cannot be negative may lie for all that simulation noise tells. */
export function spanOf({ value, standardError }: Estimate): readonly [number, number] {
  return [Math.max(0, value - SIDE * standardError), Math.max(0, value + SIDE * standardError)];
}
