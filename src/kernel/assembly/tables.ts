/** Where tables stand that the host fills in from its own modules, so that no number is written down twice. */

/** `POWER` and `POWER_LOST` of `numeric/exp-table.ts`, 32 numbers each. */
export const POWER: usize = memory.data(32 * 8, 16);
export const POWER_LOST: usize = memory.data(32 * 8, 16);

export function powerTable(): usize {
  return POWER;
}

export function powerLostTable(): usize {
  return POWER_LOST;
}
