import { atLeast, atMost, quickExp, vanishingExp } from '../numeric/quick-exp.ts';
import { quickLn } from '../numeric/quick-ln.ts';
import type { CarryoverFamily } from '../families/carryover.ts';
import { reachOf } from './reach.ts';

/**
 * Weight of lag l is the density of a Weibull distribution at l + 1, moved and stretched so that over the window the
 * largest weight is 1 and the smallest 0. Where the density is flat, all effect comes at once.
 *
 * The window is `lags` + 1 periods and `scale` is in periods. PyMC-Marketing: `k` is the shape, `lam` the scale,
 * l_max = lags + 1. Robyn: scale = round(1 + (n - 1) · its scale), with n the length of its modelling window, and
 * lags = n - 1; take `normalize: false` with it.
 * Source: PyMC-Marketing `weibull_adstock(type="PDF")`; Robyn `adstock_weibull(type = "PDF")`.
 */
export const weibullPdf: CarryoverFamily = {
  name: 'weibull-pdf',
  about: 'The effect may build up before it fades, as the density of a Weibull distribution does.',
  parameters: [
    {
      name: 'shape',
      unit: 'number',
      about: 'Above 1 the effect peaks later than the spend; at 1 and below it is strongest at once.',
      least: 0,
      open: true,
    },
    {
      name: 'scale',
      unit: 'periods',
      about: 'Periods, counting that of the spend, by which about 63 % of the effect has come.',
      least: 0,
      open: true,
    },
  ],
  needsLags: false,
  weights(parameters, weights) {
    for (let lag = 0; lag < weights.length; lag++) weights[lag] = densityAt(lag, parameters);
    let least = Infinity;
    let most = 0;
    for (const weight of weights) {
      least = Math.min(least, weight);
      most = Math.max(most, weight);
    }
    if (most === least) {
      weights.fill(0);
      weights[0] = 1;
      return;
    }
    for (let lag = 0; lag < weights.length; lag++) weights[lag] = (weights[lag]! - least) / (most - least);
  },
  compiled: 'weibullPdfWeights',
  reach: (parameters, share) => reachOf((lag) => densityAt(lag, parameters), parameters[1]!, share),
};

/** Density at lag + 1, up to the factor shape/scale that falls out of the stretching. */
function densityAt(lag: number, [shape, scale]: readonly number[]): number {
  const distance = quickLn((lag + 1) / scale!);
  const gone = quickExp(atMost(atLeast(shape! * distance)));
  return vanishingExp(atMost((shape! - 1) * distance - gone));
}
