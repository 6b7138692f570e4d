import type { CorrelationCluster } from '../dependence.ts';
import { beliefOf, learn, varianceOf, type ScoreEvidence } from './condition.ts';

/** Mean and variance of a score after what was seen of it, where it was normal with a mean and standard deviation before. */
export type Sight = (mean: number, sd: number) => { readonly mean: number; readonly variance: number };

/** Change of a mean, in standard deviations, or of a variance, as a share, that is none. */
const CONVERGED = 1e-10;
/** A handful does where the evidence is of one mind; if it should not, what is known then is near enough. */
const MOST_SWEEPS = 100;

/**
 * What was seen of members of a cluster, as the normal measurements that together give each of them the mean and the variance it has
 * by Bayes' rule. Exact where the sights are normal themselves. Of a single one the means, variances and covariances of all scores are
 * exact whatever the sight; of several they are the best that normal scores can have.
 *
 * Source: Minka, "Expectation propagation for approximate Bayesian inference" (2001); Rasmussen and Williams, "Gaussian processes
 * for machine learning" (2006), section 3.6.
 *
 * @param sights  by id of the members of which something was seen
 */
export function expectationPropagation(
  { ids, sources, factor }: CorrelationCluster,
  sights: ReadonlyMap<string, Sight>,
): readonly ScoreEvidence[] {
  const seen = ids.flatMap((id, row) => (sights.has(id) ? [{ id, row, sight: sights.get(id)! }] : []));
  const rows = seen.map(({ row }) => factor.subarray(row * sources.length, (row + 1) * sources.length));
  const belief = beliefOf(Float64Array.from(rows.flatMap((row) => [...row])), rows.length);
  const evidence = seen.map(({ id }) => ({ id, precision: 0, shift: 0 }));
  for (let sweep = 0, moved = Infinity; moved > CONVERGED && sweep < MOST_SWEEPS; sweep++) {
    moved = 0;
    for (const [k, own] of evidence.entries()) {
      const [mean, variance] = [belief.mean[k]!, varianceOf(belief, k)];
      // What all others say of it.
      const precision = 1 / variance - own.precision;
      if (!(precision > 0)) continue;
      const shift = mean / variance - own.shift;
      const now = seen[k]!.sight(shift / precision, Math.sqrt(1 / precision));
      const next = { precision: 1 / now.variance - precision, shift: now.mean / now.variance - shift };
      learn(belief, k, next.precision - own.precision, next.shift - own.shift);
      Object.assign(own, next);
      moved = Math.max(
        moved,
        Math.abs(now.mean - mean) / Math.sqrt(now.variance),
        Math.abs(now.variance / variance - 1),
      );
    }
  }
  return evidence;
}
