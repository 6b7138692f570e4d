import type { DistributionFamily } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { exp } from '../numeric/exp.ts';
import { gammaLower, gammaPower, gammaUpper } from '../numeric/gamma.ts';
import { gammaLnQuantile } from '../numeric/gamma-quantile.ts';
import { ln } from '../numeric/ln.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  {
    name: 'shape',
    unit: 'number',
    about: 'The larger, the more even: 1 is exponential, 100 nearly normal.',
    least: 0,
    most: 1e8,
    open: true,
  },
  { name: 'scale', unit: 'number', about: 'The unit: the mean is shape times scale.', least: 0, open: true },
];

/** The gamma distribution: a positive quantity, such as a waiting time or a sum of them. */
export const gamma: DistributionFamily = {
  name: 'gamma',
  about: 'Above zero, with a tail upwards that is shorter than the lognormal one.',
  parameters,
  discrete: false,
  check: (given) => misfit(parameters, given),
  quantile(p, given, above = 1 - p, near) {
    const scale = numberOf(given, 'scale');
    return (
      scale * exp(gammaLnQuantile(numberOf(given, 'shape'), p, above, near === undefined ? near : ln(near / scale)))
    );
  },
  cumulative: (x, given) => gammaLower(numberOf(given, 'shape'), x / numberOf(given, 'scale')),
  exceedance: (x, given) => gammaUpper(numberOf(given, 'shape'), x / numberOf(given, 'scale')),
  density(x, given) {
    const shape = numberOf(given, 'shape');
    if (x > 0) return gammaPower(shape, x / numberOf(given, 'scale')) / x;
    if (x < 0 || shape > 1) return 0;
    return shape === 1 ? 1 / numberOf(given, 'scale') : Infinity;
  },
  mean: (given) => numberOf(given, 'shape') * numberOf(given, 'scale'),
  sd: (given) => Math.sqrt(numberOf(given, 'shape')) * numberOf(given, 'scale'),
  support: () => [0, Infinity],
};
