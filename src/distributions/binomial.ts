import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { betaLower, betaPower } from '../numeric/beta.ts';
import { cornishFisher, LARGEST_SD, outcomesOfCounts, quantileOfCount } from './counts.ts';
import { misfit, numberOf, score } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'trials', unit: 'count', about: 'How many attempts.', least: 1, most: 1e9 },
  { name: 'rate', unit: 'rate', about: 'The chance of success in each.', least: 0, most: 1, open: true },
];

/** The binomial distribution: successes in a number of independent attempts. */
export const binomial: DistributionFamily = {
  name: 'binomial',
  about: 'How many of a number of attempts succeed.',
  parameters,
  discrete: true,
  check(given) {
    const why = misfit(parameters, given);
    if (why !== undefined) return why;
    if (!Number.isInteger(numberOf(given, 'trials'))) {
      return `trials must be a whole number, got ${numberOf(given, 'trials')}`;
    }
    if (sd(given) > LARGEST_SD) {
      return `for so many trials write a normal distribution with mean ${mean(given)} and sd ${sd(given)}`;
    }
    return undefined;
  },
  quantile,
  cumulative,
  exceedance,
  density,
  mean,
  sd,
  support: (given) => [0, numberOf(given, 'trials')],
  outcomes: (given) => outcomesOfCounts({ quantile, cumulative, exceedance, density }, given),
};

function mean(given: DistributionParameters): number {
  return numberOf(given, 'trials') * numberOf(given, 'rate');
}

function sd(given: DistributionParameters): number {
  return Math.sqrt(mean(given) * (1 - numberOf(given, 'rate')));
}

function quantile(p: number, given: DistributionParameters, above?: number): number {
  const skewness = (1 - 2 * numberOf(given, 'rate')) / sd(given);
  return quantileOfCount({
    p,
    above,
    guess: cornishFisher(score(p, above), mean(given), sd(given), skewness),
    least: 0,
    most: numberOf(given, 'trials'),
    cumulative: (k) => cumulative(k, given),
    exceedance: (k) => exceedance(k, given),
  });
}

function cumulative(x: number, given: DistributionParameters): number {
  const trials = numberOf(given, 'trials');
  const rate = numberOf(given, 'rate');
  const k = Math.floor(x);
  return k < 0 ? 0 : k >= trials ? 1 : betaLower(trials - k, k + 1, 1 - rate, rate);
}

function exceedance(x: number, given: DistributionParameters): number {
  const trials = numberOf(given, 'trials');
  const rate = numberOf(given, 'rate');
  const k = Math.floor(x);
  return k < 0 ? 1 : k >= trials ? 0 : betaLower(k + 1, trials - k, rate, 1 - rate);
}

function density(x: number, given: DistributionParameters): number {
  const trials = numberOf(given, 'trials');
  const rate = numberOf(given, 'rate');
  if (!Number.isInteger(x) || x < 0 || x > trials) return 0;
  return betaPower(x + 1, trials - x + 1, rate, 1 - rate) / (rate * (1 - rate)) / (trials + 1);
}
