import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import { intoBounds, outOfBounds, slopeIntoBounds, type Bounds } from './bounds.ts';
import { isIncreasing, logOddsAt, metalogCurve, tailSlopes } from './metalog-curve.ts';
import { momentsByQuadrature } from './moments.ts';
import { listOf, misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  {
    name: 'coefficients',
    unit: 'number',
    about: 'Three to five numbers fitted to percentiles; the first is the middle.',
    list: true,
  },
  { name: 'low', unit: 'number', about: 'The least it can be; open when left out.', standard: -Infinity },
  { name: 'high', unit: 'number', about: 'The most it can be; open when left out.', standard: Infinity },
];

/**
 * The metalog distribution: a flexible shape through given percentiles, with or without bounds. Evaluation takes any
 * number of coefficients, `check` three to five: more chase the noise of what a planner can say.
 *
 * Source: Keelin, "The metalog distributions" (2016).
 */
export const metalog: DistributionFamily = {
  name: 'metalog',
  about: 'A shape through the percentiles given, with or without ends that it cannot pass.',
  parameters,
  discrete: false,
  check(given) {
    const why = misfit(parameters, given);
    if (why !== undefined) return why;
    const coefficients = listOf(given, 'coefficients');
    if (coefficients.length < 3 || coefficients.length > 5) {
      return `coefficients must be three to five numbers, got ${coefficients.length}`;
    }
    const { low, high } = boundsOf(given);
    if (!(low < high)) return `high must be more than low, ${low}, got ${high}`;
    return isIncreasing(coefficients) ? undefined : 'its percentiles would not rise from low to high';
  },
  quantile,
  cumulative: (x, given) => tail(x, given, 1),
  exceedance: (x, given) => tail(x, given, -1),
  density(x, given) {
    const bounds = boundsOf(given);
    if (x <= bounds.low || x >= bounds.high) return 0;
    const coefficients = listOf(given, 'coefficients');
    const logOdds = logOddsAt(coefficients, outOfBounds(x, bounds));
    const { slope } = metalogCurve(coefficients, logOdds);
    return 1 / (1 + exp(-logOdds)) / (1 + exp(logOdds)) / slope / slopeIntoBounds(x, bounds);
  },
  mean: (given) => moments(given, 1)?.mean,
  sd: (given) => moments(given, 2)?.sd,
  support: (given) => [boundsOf(given).low, boundsOf(given).high],
};

function quantile(p: number, given: DistributionParameters, above: number = 1 - p): number {
  return intoBounds(metalogCurve(listOf(given, 'coefficients'), ln(p) - ln(above)).value, boundsOf(given));
}

/** P(X <= x) for side 1, P(X > x) for side -1. */
function tail(x: number, given: DistributionParameters, side: 1 | -1): number {
  const bounds = boundsOf(given);
  if (x <= bounds.low || x >= bounds.high) return x >= bounds.high === side > 0 ? 1 : 0;
  return 1 / (1 + exp(-side * logOddsAt(listOf(given, 'coefficients'), outOfBounds(x, bounds))));
}

/**
 * The moments, where those up to `order` exist: with one bound, the tail on the open side is a power law, as that of
 * e^(s L) for slope s and log odds L.
 */
function moments(given: DistributionParameters, order: 1 | 2) {
  const { low, high } = boundsOf(given);
  const slopes = tailSlopes(listOf(given, 'coefficients'));
  const openUpwards = low > -Infinity && high === Infinity;
  const openDownwards = low === -Infinity && high < Infinity;
  if ((openUpwards && slopes.upper * order >= 1) || (openDownwards && slopes.lower * order >= 1)) return undefined;
  return momentsByQuadrature((p, above) => quantile(p, given, above));
}

function boundsOf(given: DistributionParameters): Required<Bounds> {
  return { low: numberOf(given, 'low', -Infinity), high: numberOf(given, 'high', Infinity) };
}
