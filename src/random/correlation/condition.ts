import type { CorrelationCluster } from '../dependence.ts';

/** What was seen of an assumption, as a normal measurement of its score z: a likelihood of e^(shift z - precision z² / 2). */
export interface ScoreEvidence {
  readonly id: string;
  readonly precision: number;
  readonly shift: number;
}

/** A cluster after something was seen of its members: still scores of mean 0 and deviation 1, of members that lie elsewhere. */
export interface ConditionedCluster {
  readonly cluster: CorrelationCluster;
  /** Mean and standard deviation of the score that each member had before, in the order of its `ids`. */
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** What is believed of a cluster given evidence on its members; evidence on others is passed over. */
export function conditioned(cluster: CorrelationCluster, evidence: readonly ScoreEvidence[]): ConditionedCluster {
  const belief = beliefOf(cluster.factor, cluster.ids.length);
  for (const { id, precision, shift } of evidence) {
    const row = cluster.ids.indexOf(id);
    if (row >= 0) learn(belief, row, precision, shift);
  }
  const { factor, mean, sources } = belief;
  const sd = mean.map((_, row) => Math.sqrt(varianceOf(belief, row)));
  const scaled = factor.map((share, at) => share / sd[Math.floor(at / sources)]!);
  return { cluster: { ...cluster, factor: scaled }, mean, sd };
}

/** Normal scores of rows: the sum of `factor` × independent scores, and a mean. */
export interface ScoreFactors {
  readonly sources: number;
  readonly factor: Float64Array;
  readonly mean: Float64Array;
}

export function beliefOf(factor: Float64Array, rows: number): ScoreFactors {
  return { sources: factor.length / rows, factor: factor.slice(), mean: new Float64Array(rows) };
}

export function varianceOf({ factor, sources }: ScoreFactors, row: number): number {
  let sum = 0;
  for (let at = row * sources; at < (row + 1) * sources; at++) sum += factor[at]! * factor[at]!;
  return sum;
}

/**
 * Conditions all rows, in place, on evidence on one. What was not mixed with it stays unmixed. A precision below 0 takes evidence
 * back; the variance that is left must be above 0.
 *
 * Source: Potter's square root update, in Bierman, "Factorization methods for discrete sequential estimation" (1977), chapter II.
 */
export function learn({ factor, mean, sources }: ScoreFactors, row: number, precision: number, shift: number): void {
  const seen = factor.slice(row * sources, (row + 1) * sources);
  const variance = seen.reduce((sum, share) => sum + share * share, 0);
  if (variance === 0) return;
  const all = 1 + precision * variance;
  const step = (shift - precision * mean[row]!) / all;
  const shrink = (1 - 1 / Math.sqrt(all)) / variance;
  for (let other = 0; other < mean.length; other++) {
    const start = other * sources;
    let covariance = 0;
    for (let k = 0; k < sources; k++) covariance += factor[start + k]! * seen[k]!;
    if (covariance === 0) continue;
    mean[other]! += covariance * step;
    for (let k = 0; k < sources; k++) factor[start + k]! -= shrink * covariance * seen[k]!;
  }
}
