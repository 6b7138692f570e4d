import type { DistributionFamily } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { betaLower, betaPower } from '../numeric/beta.ts';
import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  {
    name: 'alpha',
    unit: 'number',
    about: 'Weight of the successes; above 1 it draws values away from 0.',
    least: 0,
    most: 1e9,
    open: true,
  },
  {
    name: 'beta',
    unit: 'number',
    about: 'Weight of the failures; above 1 it draws values away from 1.',
    least: 0,
    most: 1e9,
    open: true,
  },
];

/** The beta distribution: a rate between 0 and 1, as known after counting successes and failures. */
export const beta: DistributionFamily = {
  name: 'beta',
  about: 'A rate between 0 and 1, as known after counting successes and failures.',
  parameters,
  discrete: false,
  check: (given) => misfit(parameters, given),
  quantile(p, given, above = 1 - p, near) {
    const start = near === undefined ? undefined : ln(near / (1 - near));
    return 1 / (1 + exp(-betaLogOdds(numberOf(given, 'alpha'), numberOf(given, 'beta'), p, above, start)));
  },
  cumulative: (x, given) => betaLower(numberOf(given, 'alpha'), numberOf(given, 'beta'), x),
  exceedance: (x, given) => betaLower(numberOf(given, 'beta'), numberOf(given, 'alpha'), 1 - x, x),
  density(x, given) {
    const a = numberOf(given, 'alpha');
    const b = numberOf(given, 'beta');
    if (x > 0 && x < 1) return betaPower(a, b, x, 1 - x) / x / (1 - x);
    const exponent = x === 0 ? a : x === 1 ? b : Infinity;
    if (exponent === 1) return a * b; // a or b is 1: the density at its end is the other
    return exponent < 1 ? Infinity : 0;
  },
  mean: (given) => numberOf(given, 'alpha') / (numberOf(given, 'alpha') + numberOf(given, 'beta')),
  sd(given) {
    const a = numberOf(given, 'alpha');
    const b = numberOf(given, 'beta');
    return Math.sqrt(((a / (a + b)) * (b / (a + b))) / (a + b + 1));
  },
  support: () => [0, 1],
};
