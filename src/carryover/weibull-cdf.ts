import { atLeast, atMost, quickExp, vanishingExp } from '../numeric/quick-exp.ts';
import { quickLn } from '../numeric/quick-ln.ts';
import type { CarryoverFamily } from '../families/carryover.ts';
import { reachOf } from './reach.ts';

/**
 * Weight of lag l is the product of the survival functions of a Weibull distribution at 1, …, l: in each period the
 * share of the effect that is kept is another, given by the survival function.
 *
 * `scale` is in periods. PyMC-Marketing: `k` is the shape, `lam` the scale, lags = l_max. Robyn: scale =
 * round(1 + (n - 1) · its scale), with n the length of its modelling window, and lags = n - 1; take
 * `normalize: false` with it. The window cuts the weights off and changes none of them.
 * Source: PyMC-Marketing `weibull_adstock(type="CDF")`; Robyn `adstock_weibull(type = "CDF")`.
 */
export const weibullCdf: CarryoverFamily = {
  name: 'weibull-cdf',
  about: 'The effect is strongest at once and fades at a speed that itself changes over time.',
  parameters: [
    {
      name: 'shape',
      unit: 'number',
      about: 'Above 1 the effect holds at first and then drops; below 1 it drops at first and then lingers.',
      least: 0,
      open: true,
    },
    {
      name: 'scale',
      unit: 'periods',
      about: 'Lag at which a period keeps only 37 % of the effect of the period before.',
      least: 0,
      open: true,
    },
  ],
  needsLags: false,
  weights(parameters, weights) {
    let hazard = 0;
    for (let lag = 0; lag < weights.length; lag++) {
      hazard += fadingAt(lag, parameters);
      weights[lag] = vanishingExp(-hazard);
    }
  },
  compiled: 'weibullCdfWeights',
  reach(parameters, share) {
    let hazard = 0;
    return reachOf((lag) => vanishingExp(-(hazard += fadingAt(lag, parameters))), 0, share);
  },
};

/** Minus the logarithm of the share kept from lag - 1 to lag. */
function fadingAt(lag: number, [shape, scale]: readonly number[]): number {
  return lag === 0 ? 0 : quickExp(atMost(atLeast(shape! * quickLn(lag / scale!))));
}
