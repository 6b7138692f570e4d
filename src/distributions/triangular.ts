import type { DistributionFamily, DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { misfit, numberOf } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'low', unit: 'number', about: 'The least it can be.' },
  { name: 'likely', unit: 'number', about: 'The most likely value.' },
  { name: 'high', unit: 'number', about: 'The most it can be.' },
];

/** The triangular distribution: density rising in a line to the most likely value, then falling in a line. */
export const triangular: DistributionFamily = {
  name: 'triangular',
  about: 'Between a low and a high value, with a peak at the most likely one.',
  parameters,
  discrete: false,
  check(given) {
    const why = misfit(parameters, given);
    if (why !== undefined) return why;
    const { low, likely, high } = cornersOf(given);
    if (!(low < high)) return `high must be more than low, ${low}, got ${high}`;
    if (likely < low || likely > high) return `likely must be between low and high, ${low} and ${high}, got ${likely}`;
    return undefined;
  },
  quantile(p, given, above = 1 - p) {
    const { low, likely, high } = cornersOf(given);
    if (p * (high - low) <= likely - low) return low + Math.sqrt(p * (high - low) * (likely - low));
    return high - Math.sqrt(above * (high - low) * (high - likely));
  },
  cumulative(x, given) {
    const { low, likely, high } = cornersOf(given);
    if (x <= low || x >= high) return x <= low ? 0 : 1;
    return x <= likely ? area(x - low, likely - low, high - low) : 1 - area(high - x, high - likely, high - low);
  },
  exceedance(x, given) {
    const { low, likely, high } = cornersOf(given);
    if (x <= low || x >= high) return x <= low ? 1 : 0;
    return x > likely ? area(high - x, high - likely, high - low) : 1 - area(x - low, likely - low, high - low);
  },
  density(x, given) {
    const { low, likely, high } = cornersOf(given);
    if (x < low || x > high) return 0;
    if (x === likely) return 2 / (high - low);
    return x < likely
      ? (2 * (x - low)) / (high - low) / (likely - low)
      : (2 * (high - x)) / (high - low) / (high - likely);
  },
  mean(given) {
    const { low, likely, high } = cornersOf(given);
    return (low + likely + high) / 3;
  },
  sd(given) {
    const { low, likely, high } = cornersOf(given);
    const left = likely - low;
    const right = high - likely;
    return Math.sqrt((left * left + left * right + right * right) / 18);
  },
  support: (given) => [numberOf(given, 'low'), numberOf(given, 'high')],
  kinks(given) {
    const { low, likely, high } = cornersOf(given);
    return likely > low && likely < high ? [(likely - low) / (high - low)] : [];
  },
};

function cornersOf(given: DistributionParameters) {
  return { low: numberOf(given, 'low'), likely: numberOf(given, 'likely'), high: numberOf(given, 'high') };
}

/** Area of the triangle's side of width `side`, up to `part` of it, where the whole triangle is `whole` wide. */
function area(part: number, side: number, whole: number): number {
  return (part / whole) * (part / side);
}
