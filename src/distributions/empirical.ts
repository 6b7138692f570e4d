import type { DistributionFamily, DistributionParameters, Outcomes } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { clamp } from '../numeric/clamp.ts';
import { listOf, misfit } from './parameters.ts';

const parameters: readonly ParameterSpec[] = [
  { name: 'values', unit: 'number', about: 'What was seen, each as likely as the others.', list: true },
];

/**
 * The empirical distribution: the values given, each equally likely. Its quantile is the staircase of type 1.
 *
 * Source of the type: Hyndman and Fan, "Sample quantiles in statistical packages" (1996).
 */
export const empirical: DistributionFamily = {
  name: 'empirical',
  about: 'One of the values seen, each as likely as the others.',
  parameters,
  discrete: true,
  check(given) {
    const why = misfit(parameters, given);
    return why ?? (listOf(given, 'values').length === 0 ? 'values must hold at least one number' : undefined);
  },
  quantile(p, given, above) {
    const sorted = ascending(given);
    const n = sorted.length;
    if (above !== undefined && p > 0.5) return sorted[clamp(n - 1 - Math.floor(above * n), 0, n - 1)]!;
    let index = clamp(Math.ceil(p * n) - 1, 0, n - 1);
    if (index > 0 && index / n >= p) index -= 1; // p n was rounded up
    if (index < n - 1 && (index + 1) / n < p) index += 1; // or down
    return sorted[index]!;
  },
  cumulative: (x, given) => share(given, (value) => value <= x),
  exceedance: (x, given) => share(given, (value) => value > x),
  density: (x, given) => share(given, (value) => value === x),
  mean,
  sd(given) {
    const values = listOf(given, 'values');
    const middle = mean(given);
    return Math.sqrt(values.reduce((sum, x) => sum + (x - middle) * (x - middle), 0) / values.length);
  },
  support(given) {
    const sorted = ascending(given);
    return [sorted[0]!, sorted[sorted.length - 1]!];
  },
  outcomes,
};

function mean(given: DistributionParameters): number {
  const values = listOf(given, 'values');
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function outcomes(given: DistributionParameters): Outcomes {
  const sorted = ascending(given);
  const values = sorted.filter((x, i) => i === 0 || x !== sorted[i - 1]);
  const probabilities = new Float64Array(values.length);
  let place = 0;
  for (const x of sorted) {
    if (x !== values[place]) place += 1;
    probabilities[place]! += 1 / sorted.length;
  }
  return { values, probabilities };
}

function share(given: DistributionParameters, holds: (value: number) => boolean): number {
  const values = listOf(given, 'values');
  return values.reduce((count, value) => count + (holds(value) ? 1 : 0), 0) / values.length;
}

function ascending(given: DistributionParameters): Float64Array {
  return Float64Array.from(listOf(given, 'values')).sort();
}
