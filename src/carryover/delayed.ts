import { vanishingExp } from '../numeric/quick-exp.ts';
import { quickLn } from '../numeric/quick-ln.ts';
import type { CarryoverFamily } from '../families/carryover.ts';
import { reachOf } from './reach.ts';

/**
 * Weight of lag l is retention^((l - peak)^2): the effect grows until `peak` periods after the spend, then fades.
 *
 * Source: Jin et al., "Bayesian methods for media mix modeling with carryover and shape effects" (2017), eq. 3;
 * PyMC-Marketing `delayed_adstock` (alpha, theta), LightweightMMM `carryover` (the same square).
 */
export const delayed: CarryoverFamily = {
  name: 'delayed',
  about: 'The effect is strongest some periods after the spend, and fades before and after that.',
  parameters: [
    {
      name: 'retention',
      unit: 'rate',
      about: 'Share of the strongest effect that is left one period away from the peak.',
      least: 0,
      most: 1,
    },
    { name: 'peak', unit: 'periods', about: 'Periods between the spend and its strongest effect.', least: 0 },
  ],
  needsLags: false,
  weights(parameters, weights) {
    for (let lag = 0; lag < weights.length; lag++) weights[lag] = weightAt(lag, parameters);
  },
  compiled: 'delayedWeights',
  reach: (parameters, share) => reachOf((lag) => weightAt(lag, parameters), parameters[1]!, share),
};

/** Less retention is as good as none, and has no logarithm that is quick. */
const SMALLEST = 1e-300;

function weightAt(lag: number, [retention, peak]: readonly number[]): number {
  const away = lag - peak!;
  if (retention! < SMALLEST) return away === 0 ? 1 : 0;
  return vanishingExp(away * away * quickLn(retention!));
}
