import type { DistributionFamily } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { normalCumulative, normalDensity } from '../numeric/normal.ts';
import { misfit, numberOf, score } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'mean', unit: 'number', about: 'The middle, as likely to be exceeded as not.' },
  {
    name: 'sd',
    unit: 'number',
    about: 'Standard deviation: two thirds of values are this near the mean.',
    least: 0,
    open: true,
  },
];

/** The normal distribution: symmetric, and with some probability below zero. */
export const normal: DistributionFamily = {
  name: 'normal',
  about: 'Symmetric about its mean; it can fall below zero.',
  parameters,
  discrete: false,
  check: (given) => misfit(parameters, given),
  quantile: (p, given, above) => numberOf(given, 'mean') + numberOf(given, 'sd') * score(p, above),
  atScore: (z, given) => [numberOf(given, 'mean') + numberOf(given, 'sd') * z, numberOf(given, 'sd')],
  cumulative: (x, given) => normalCumulative((x - numberOf(given, 'mean')) / numberOf(given, 'sd')),
  exceedance: (x, given) => normalCumulative((numberOf(given, 'mean') - x) / numberOf(given, 'sd')),
  density(x, given) {
    const sd = numberOf(given, 'sd');
    return normalDensity((x - numberOf(given, 'mean')) / sd) / sd;
  },
  mean: (given) => numberOf(given, 'mean'),
  sd: (given) => numberOf(given, 'sd'),
  support: () => [-Infinity, Infinity],
};
