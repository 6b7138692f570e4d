import type { CarryoverFamily } from '../families/carryover.ts';

/** Spend works in its own period and is then forgotten. */
export const none: CarryoverFamily = {
  name: 'none',
  about: 'Spend works in the period it is made in, and not after.',
  parameters: [],
  needsLags: false,
  weights(_parameters, weights) {
    weights.fill(0);
    weights[0] = 1;
  },
  retention: () => 0,
  reach: () => 0,
};
