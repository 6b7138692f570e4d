import { vanishingExp } from '../numeric/quick-exp.ts';
import { quickLn } from '../numeric/quick-ln.ts';
import type { CarryoverFamily } from '../families/carryover.ts';

/**
 * Weight of lag l is (1 - l/(L + 1))^(1/persistence - 1), with L the longest lag: a decline that ends with the window.
 *
 * Source: Meridian `binomial` decay (alpha is `persistence`, max_lag is L).
 */
export const binomial: CarryoverFamily = {
  name: 'binomial',
  about: 'The effect declines to nothing at the end of a window of `lags` periods.',
  parameters: [
    {
      name: 'persistence',
      unit: 'rate',
      about:
        'How long the effect keeps up within the window: near 0 it is gone at once, 0.5 is a straight decline, at 1 every period of the window has the same.',
      least: 0,
      most: 1,
    },
  ],
  needsLags: true,
  weights([persistence], weights) {
    weights[0] = 1; // said on its own: at persistence 0 the formula is 0 times infinity in logarithms
    const exponent = 1 / persistence! - 1;
    for (let lag = 1; lag < weights.length; lag++) {
      weights[lag] = vanishingExp(exponent * quickLn(1 - lag / weights.length));
    }
  },
  compiled: 'binomialWeights',
  reach: () => Infinity,
};
