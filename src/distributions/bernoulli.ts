import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'rate', unit: 'rate', about: 'The chance that it happens.', least: 0, most: 1 },
];

/** The Bernoulli distribution: 1 when something happens, else 0. */
export const bernoulli: DistributionFamily = {
  name: 'bernoulli',
  about: 'Whether something happens: 1 or 0.',
  parameters,
  discrete: true,
  check: (given) => misfit(parameters, given),
  quantile(p, given, above) {
    const rate = numberOf(given, 'rate');
    return (above === undefined || p <= 0.5 ? p <= 1 - rate : above >= rate) ? 0 : 1;
  },
  cumulative,
  exceedance,
  density: (x, given) => (x === 0 ? 1 - numberOf(given, 'rate') : x === 1 ? numberOf(given, 'rate') : 0),
  mean: (given) => numberOf(given, 'rate'),
  sd: (given) => Math.sqrt(numberOf(given, 'rate') * (1 - numberOf(given, 'rate'))),
  support: (given) => [numberOf(given, 'rate') < 1 ? 0 : 1, numberOf(given, 'rate') > 0 ? 1 : 0],
  outcomes(given) {
    const rate = numberOf(given, 'rate');
    return { values: Float64Array.of(0, 1), probabilities: Float64Array.of(1 - rate, rate) };
  },
};

function cumulative(x: number, given: DistributionParameters): number {
  return x < 0 ? 0 : x < 1 ? 1 - numberOf(given, 'rate') : 1;
}

function exceedance(x: number, given: DistributionParameters): number {
  return x < 0 ? 1 : x < 1 ? numberOf(given, 'rate') : 0;
}
