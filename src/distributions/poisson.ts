import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { gammaLower, gammaPower, gammaUpper } from '../numeric/gamma.ts';
import { cornishFisher, LARGEST_SD, outcomesOfCounts, quantileOfCount } from './counts.ts';
import { misfit, numberOf, score } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  {
    name: 'mean',
    unit: 'count',
    about: 'Expected number; the standard deviation is its square root.',
    least: 0,
    most: LARGEST_SD * LARGEST_SD,
    open: true,
  },
];

/** The Poisson distribution: a number of independent events. */
export const poisson: DistributionFamily = {
  name: 'poisson',
  about: 'How many independent events happen when this many are expected.',
  parameters,
  discrete: true,
  check: (given) => misfit(parameters, given),
  quantile,
  cumulative,
  exceedance,
  density,
  mean: (given) => numberOf(given, 'mean'),
  sd: (given) => Math.sqrt(numberOf(given, 'mean')),
  support: () => [0, Infinity],
  outcomes: (given) => outcomesOfCounts({ quantile, cumulative, exceedance, density }, given),
};

function quantile(p: number, given: DistributionParameters, above?: number): number {
  const mean = numberOf(given, 'mean');
  return quantileOfCount({
    p,
    above,
    guess: cornishFisher(score(p, above), mean, Math.sqrt(mean), 1 / Math.sqrt(mean)),
    least: 0,
    most: Infinity,
    cumulative: (k) => cumulative(k, given),
    exceedance: (k) => exceedance(k, given),
  });
}

function cumulative(x: number, given: DistributionParameters): number {
  return x < 0 ? 0 : x === Infinity ? 1 : gammaUpper(Math.floor(x) + 1, numberOf(given, 'mean'));
}

function exceedance(x: number, given: DistributionParameters): number {
  return x < 0 ? 1 : x === Infinity ? 0 : gammaLower(Math.floor(x) + 1, numberOf(given, 'mean'));
}

function density(x: number, given: DistributionParameters): number {
  const mean = numberOf(given, 'mean');
  return x >= 0 && Number.isInteger(x) ? gammaPower(x + 1, mean) / mean : 0;
}
