import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { betaLower, lnBeta } from '../numeric/beta.ts';
import { betaLogOdds } from '../numeric/beta-quantile.ts';
import { exp } from '../numeric/exp.ts';
import { ln, log1p } from '../numeric/ln.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'df', unit: 'number', about: 'Degrees of freedom: the fewer, the heavier the tails.', least: 0.1, most: 1e9 },
  { name: 'location', unit: 'number', about: 'The middle.', standard: 0 },
  {
    name: 'scale',
    unit: 'number',
    about: 'The width, as the standard deviation of a normal one.',
    least: 0,
    open: true,
    standard: 1,
  },
];

/** Student's t distribution, moved and scaled: symmetric, with heavier tails than the normal. */
export const studentT: DistributionFamily = {
  name: 'student-t',
  about: 'Symmetric like the normal, with surprises more likely.',
  parameters,
  discrete: false,
  check: (given) => misfit(parameters, given),
  quantile(p, given, above = 1 - p, near) {
    const { df, location, scale } = shapeOf(given);
    if (p === above) return location;
    const outer = Math.min(p, above);
    const t = near === undefined ? 0 : (near - location) / scale;
    // The two tails beyond ±t together are a beta probability of df / (df + t²), whose odds are df / t².
    const odds = betaLogOdds(df / 2, 0.5, 2 * outer, 1 - 2 * outer, t === 0 ? undefined : ln(df / (t * t)));
    const size = scale * Math.sqrt(df) * exp(-odds / 2);
    return p < above ? location - size : location + size;
  },
  cumulative: (x, given) => oneTail(x, given, -1),
  exceedance: (x, given) => oneTail(x, given, 1),
  density(x, given) {
    const { df, location, scale } = shapeOf(given);
    const t = (x - location) / scale;
    const exponent = -((df + 1) / 2) * log1p((t * t) / df);
    return exp(exponent - lnBeta(df / 2, 0.5)) / Math.sqrt(df) / scale;
  },
  mean: (given) => (numberOf(given, 'df') > 1 ? numberOf(given, 'location', 0) : undefined),
  sd(given) {
    const { df, scale } = shapeOf(given);
    return df > 2 ? scale * Math.sqrt(df / (df - 2)) : undefined;
  },
  support: () => [-Infinity, Infinity],
};

function shapeOf(given: DistributionParameters) {
  return {
    df: numberOf(given, 'df'),
    location: numberOf(given, 'location', 0),
    scale: numberOf(given, 'scale', 1),
  };
}

/** Probability beyond x on one side: below it for side -1, above it for side 1. */
function oneTail(x: number, given: DistributionParameters, side: -1 | 1): number {
  const { df, location, scale } = shapeOf(given);
  const t = (side * (x - location)) / scale;
  const square = (t * t) / df;
  const outer = 0.5 * betaLower(df / 2, 0.5, 1 / (1 + square), 1 / (1 + 1 / square));
  return t > 0 ? outer : 1 - outer;
}
