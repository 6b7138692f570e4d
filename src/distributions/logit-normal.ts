import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { exp } from '../numeric/exp.ts';
import { ln, log1p } from '../numeric/ln.ts';
import { normalCumulative, normalDensity } from '../numeric/normal.ts';
import { momentsByQuadrature } from './moments.ts';
import { misfit, numberOf, score } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'mu', unit: 'number', about: 'Mean of the log odds ln(x / (1 - x)).', least: -500, most: 500 },
  {
    name: 'sigma',
    unit: 'number',
    about: 'Standard deviation of the log odds: about the relative uncertainty of a small rate.',
    least: 0,
    most: 10,
    open: true,
  },
];

/** The logit-normal distribution: a rate between 0 and 1 whose log odds are normal. It has no closed moments. */
export const logitNormal: DistributionFamily = {
  name: 'logit-normal',
  about: 'A rate between 0 and 1 whose odds are off by a factor as easily one way as the other.',
  parameters,
  discrete: false,
  check: (given) => misfit(parameters, given),
  quantile,
  atScore(z, given) {
    const odds = exp(-(numberOf(given, 'mu') + numberOf(given, 'sigma') * z));
    const value = 1 / (1 + odds);
    return [value, numberOf(given, 'sigma') * odds * value * value];
  },
  cumulative: (x, given) => (x <= 0 ? 0 : x >= 1 ? 1 : normalCumulative(scoreOf(x, given))),
  exceedance: (x, given) => (x <= 0 ? 1 : x >= 1 ? 0 : normalCumulative(-scoreOf(x, given))),
  density(x, given) {
    if (x <= 0 || x >= 1) return 0;
    return normalDensity(scoreOf(x, given)) / numberOf(given, 'sigma') / x / (1 - x);
  },
  mean: (given) => momentsByQuadrature((p, above) => quantile(p, given, above))?.mean,
  sd: (given) => momentsByQuadrature((p, above) => quantile(p, given, above))?.sd,
  support: () => [0, 1],
};

function quantile(p: number, given: DistributionParameters, above?: number): number {
  return 1 / (1 + exp(-(numberOf(given, 'mu') + numberOf(given, 'sigma') * score(p, above))));
}

function scoreOf(x: number, given: DistributionParameters): number {
  return (ln(x) - log1p(-x) - numberOf(given, 'mu')) / numberOf(given, 'sigma');
}
