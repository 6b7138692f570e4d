import { ln } from '../numeric/ln.ts';
import type { CarryoverFamily } from '../families/carryover.ts';

/**
 * Weight of lag l is retention^l: each period keeps the same share of the effect of the period before.
 *
 * Source: Broadbent (1979); Meridian `geometric` (alpha), Robyn (theta, not normalized), PyMC-Marketing (alpha),
 * LightweightMMM `adstock` (lag_weight).
 */
export const geometric: CarryoverFamily = {
  name: 'geometric',
  about: 'Each period keeps a fixed share of the effect of the period before.',
  parameters: [
    {
      name: 'retention',
      unit: 'rate',
      about: 'Share of the effect that is left one period later.',
      least: 0,
      most: 1,
    },
  ],
  needsLags: false,
  weights([retention], weights) {
    let weight = 1;
    for (let lag = 0; lag < weights.length; lag++) {
      weights[lag] = weight;
      weight *= retention!;
    }
  },
  retention: ([retention]) => retention!,
  retentions: ([retentions]) => retentions!,
  reach([retention], share) {
    if (retention === 0) return 0;
    if (retention === 1) return Infinity;
    return Math.floor(ln(share) / ln(retention!)); // retention^(reach + 1) is the share left, below `share`
  },
};
