import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { exp, expm1 } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import { normalCumulative, normalDensity } from '../numeric/normal.ts';
import { misfit, numberOf, score } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  {
    name: 'mu',
    unit: 'number',
    about: 'Mean of the natural logarithm: the median is e to this power.',
    least: -500,
    most: 500,
  },
  {
    name: 'sigma',
    unit: 'number',
    about: 'Standard deviation of the natural logarithm: about the relative uncertainty while it is small.',
    least: 0,
    most: 10,
    open: true,
  },
];

/** The lognormal distribution: a positive quantity whose logarithm is normal. */
export const lognormal: DistributionFamily = {
  name: 'lognormal',
  about: 'Above zero, with a longer tail upwards: off by a factor as easily one way as the other.',
  parameters,
  discrete: false,
  check: (given) => misfit(parameters, given),
  quantile: (p, given, above) => exp(numberOf(given, 'mu') + numberOf(given, 'sigma') * score(p, above)),
  atScore(z, given) {
    const value = exp(numberOf(given, 'mu') + numberOf(given, 'sigma') * z);
    return [value, numberOf(given, 'sigma') * value];
  },
  cumulative: (x, given) => (x > 0 ? normalCumulative(scoreOf(x, given)) : 0),
  exceedance: (x, given) => (x > 0 ? normalCumulative(-scoreOf(x, given)) : 1),
  density: (x, given) => (x > 0 ? normalDensity(scoreOf(x, given)) / numberOf(given, 'sigma') / x : 0),
  mean: (given) => exp(numberOf(given, 'mu') + numberOf(given, 'sigma') * numberOf(given, 'sigma') * 0.5),
  sd(given) {
    const variance = numberOf(given, 'sigma') * numberOf(given, 'sigma');
    return exp(numberOf(given, 'mu') + 0.5 * variance) * Math.sqrt(expm1(variance));
  },
  support: () => [0, Infinity],
};

function scoreOf(x: number, given: DistributionParameters): number {
  return (ln(x) - numberOf(given, 'mu')) / numberOf(given, 'sigma');
}
