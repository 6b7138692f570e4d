import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import { beta } from './beta.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'low', unit: 'number', about: 'The least it can be.' },
  { name: 'likely', unit: 'number', about: 'The most likely value.' },
  { name: 'high', unit: 'number', about: 'The most it can be.' },
  {
    name: 'weight',
    unit: 'number',
    about: 'How strongly values gather at the most likely one; 4 is usual.',
    least: 0,
    most: 1e6,
    standard: 4,
  },
];

/**
 * The PERT distribution: a beta distribution between `low` and `high` with mean (low + weight likely + high) /
 * (weight + 2).
 *
 * Source: Clark (1962); Vose, "Risk Analysis" (2008), modified PERT.
 */
export const pert: DistributionFamily = {
  name: 'pert',
  about: 'Between a low and a high value, gathered smoothly around the most likely one.',
  parameters,
  discrete: false,
  check(given) {
    const why = misfit(parameters, given);
    if (why !== undefined) return why;
    const { low, likely, high } = pertOf(given);
    if (!(low < high)) return `high must be more than low, ${low}, got ${high}`;
    if (likely < low || likely > high) return `likely must be between low and high, ${low} and ${high}, got ${likely}`;
    return undefined;
  },
  quantile(p, given, above = 1 - p, near) {
    const { low, high, alpha, beta } = pertOf(given);
    const start = near === undefined ? undefined : ln((near - low) / (high - near));
    const odds = betaLogOdds(alpha, beta, p, above, start);
    return odds < 0 ? low + (high - low) / (1 + exp(-odds)) : high - (high - low) / (1 + exp(odds));
  },
  cumulative(x, given) {
    const { low, high } = pertOf(given);
    return beta.cumulative((x - low) / (high - low), betaOf(given));
  },
  exceedance(x, given) {
    const { low, high } = pertOf(given);
    return beta.exceedance((x - low) / (high - low), betaOf(given));
  },
  density(x, given) {
    const { low, high } = pertOf(given);
    return beta.density((x - low) / (high - low), betaOf(given)) / (high - low);
  },
  mean: (given) => pertOf(given).mean,
  sd(given) {
    const { low, high, mean, weight } = pertOf(given);
    return Math.sqrt(((mean - low) * (high - mean)) / (weight + 3));
  },
  support: (given) => [numberOf(given, 'low'), numberOf(given, 'high')],
};

function pertOf(given: DistributionParameters) {
  const low = numberOf(given, 'low');
  const likely = numberOf(given, 'likely');
  const high = numberOf(given, 'high');
  const weight = numberOf(given, 'weight', 4);
  const alpha = 1 + (weight * (likely - low)) / (high - low);
  const beta = 1 + (weight * (high - likely)) / (high - low);
  const mean = (low + weight * likely + high) / (weight + 2);
  return { low, likely, high, weight, alpha, beta, mean };
}

function betaOf(given: DistributionParameters): DistributionParameters {
  const { alpha, beta } = pertOf(given);
  return { alpha, beta };
}
