import type { DistributionFamily } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { clamp } from '../numeric/clamp.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'low', unit: 'number', about: 'The least it can be.' },
  { name: 'high', unit: 'number', about: 'The most it can be.' },
];

const SQRT_TWELVE = 3.4641016151377544;

/** The uniform distribution: every value between two equally likely. */
export const uniform: DistributionFamily = {
  name: 'uniform',
  about: 'Every value between two is equally likely.',
  parameters,
  discrete: false,
  check(given) {
    const why = misfit(parameters, given);
    if (why !== undefined) return why;
    if (numberOf(given, 'low') < numberOf(given, 'high')) return undefined;
    return `high must be more than low, ${numberOf(given, 'low')}, got ${numberOf(given, 'high')}`;
  },
  quantile(p, given, above = 1 - p) {
    const low = numberOf(given, 'low');
    const high = numberOf(given, 'high');
    return p <= 0.5 ? low + p * (high - low) : high - above * (high - low);
  },
  cumulative(x, given) {
    const low = numberOf(given, 'low');
    return clamp((x - low) / (numberOf(given, 'high') - low), 0, 1);
  },
  exceedance(x, given) {
    const high = numberOf(given, 'high');
    return clamp((high - x) / (high - numberOf(given, 'low')), 0, 1);
  },
  density(x, given) {
    const low = numberOf(given, 'low');
    const high = numberOf(given, 'high');
    return x < low || x > high ? 0 : 1 / (high - low);
  },
  mean: (given) => (numberOf(given, 'low') + numberOf(given, 'high')) / 2,
  sd: (given) => (numberOf(given, 'high') - numberOf(given, 'low')) / SQRT_TWELVE,
  support: (given) => [numberOf(given, 'low'), numberOf(given, 'high')],
};
