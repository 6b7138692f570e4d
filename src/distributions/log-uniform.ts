import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { clamp } from '../numeric/clamp.ts';
import { exp, expm1 } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'low', unit: 'number', about: 'The least it can be, above zero.', least: 0, open: true },
  { name: 'high', unit: 'number', about: 'The most it can be.', least: 0, open: true },
];

/** The log-uniform (reciprocal) distribution: every order of magnitude between two values equally likely. */
export const logUniform: DistributionFamily = {
  name: 'log-uniform',
  about: 'Between two positive values, each factor of ten equally likely.',
  parameters,
  discrete: false,
  check(given) {
    const why = misfit(parameters, given);
    if (why !== undefined) return why;
    if (numberOf(given, 'low') < numberOf(given, 'high')) return undefined;
    return `high must be more than low, ${numberOf(given, 'low')}, got ${numberOf(given, 'high')}`;
  },
  quantile(p, given, above = 1 - p) {
    const width = lnRatio(given);
    const x = p <= 0.5 ? numberOf(given, 'low') * exp(p * width) : numberOf(given, 'high') * exp(-above * width);
    return clamp(x, numberOf(given, 'low'), numberOf(given, 'high'));
  },
  cumulative: (x, given) => (x > 0 ? clamp(ln(x / numberOf(given, 'low')) / lnRatio(given), 0, 1) : 0),
  exceedance: (x, given) => (x > 0 ? clamp(ln(numberOf(given, 'high') / x) / lnRatio(given), 0, 1) : 1),
  density(x, given) {
    return x < numberOf(given, 'low') || x > numberOf(given, 'high') ? 0 : 1 / (x * lnRatio(given));
  },
  mean: (given) => (numberOf(given, 'low') * expm1(lnRatio(given))) / lnRatio(given),
  sd(given) {
    const width = lnRatio(given);
    return Math.sqrt(numberOf(given, 'low') * numberOf(given, 'high') * varianceOfWidth(width));
  },
  support: (given) => [numberOf(given, 'low'), numberOf(given, 'high')],
};

function lnRatio(given: DistributionParameters): number {
  return ln(numberOf(given, 'high') / numberOf(given, 'low'));
}

/**
 * Variance of e^U for U uniform on (-w/2, w/2): sinh(w)/w - (sinh(w/2) / (w/2))². Its power series, with terms
 * 2k w^2k / (2k + 2)!, does not cancel for small w.
 */
function varianceOfWidth(w: number): number {
  if (w > 2) return (exp(w) - exp(-w)) / (2 * w) - (exp(w) + exp(-w) - 2) / (w * w);
  let power = (w * w) / 24;
  let sum = 0;
  for (let k = 1; power * 2 * k > sum * 1e-17; k += 1) {
    sum += power * 2 * k;
    power *= (w * w) / ((2 * k + 3) * (2 * k + 4));
  }
  return sum;
}
