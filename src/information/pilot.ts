import { poisson } from '../distributions/poisson.ts';
import type { Row } from '../domain/row.ts';
import { ln } from '../numeric/ln.ts';
import { exp } from '../numeric/exp.ts';
import { keyOf } from '../random/key.ts';
import { pointStream, uniforms } from '../random/points.ts';

/** Below this nothing is counted in any draw. */
const LEAST_EXPECTED = 1e-9;

/**
 * What a pilot would count in each draw, given what it should bring there: Poisson counts, the luck of which is that of draws.
 *
 * @param expected  per draw, at least 0
 * @param name  the same pilot has the same luck
 */
export function counted(expected: Row, name: string, seed: string): Row {
  const luck = new Float64Array(expected.length);
  uniforms(pointStream(keyOf(`${seed}, pilots`), 'sobol', name), 0, expected.length, luck);
  return expected.map((mean, i) => (mean > LEAST_EXPECTED ? poisson.quantile(luck[i]!, { mean }) : 0));
}

/**
 * Weights of draws, adding up to 1, after a pilot has counted this much: in proportion to how likely the count is in each draw (Bayes'
 * rule). Undefined when no draw could have it.
 *
 * @param expected  of each thing that was counted, per draw
 * @param counts    the same things
 */
export function weightsAfter(expected: readonly Row[], counts: readonly number[]): Row | undefined {
  const draws = expected[0]!.length;
  const logs = new Float64Array(draws);
  expected.forEach((row, k) => {
    // Poisson: count × ln mean - mean, and a part that is the same in all draws.
    for (let i = 0; i < draws; i++) {
      const mean = row[i]!;
      logs[i] = logs[i]! + (mean > 0 ? counts[k]! * ln(mean) - mean : counts[k]! > 0 ? -Infinity : 0);
    }
  });
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (most === -Infinity) return undefined;
  const weights = logs.map((log) => (log === -Infinity ? 0 : exp(log - most)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
