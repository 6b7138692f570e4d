import { scoreCorrelation } from './rank.ts';

export interface CorrelationRequest {
  /** Ids of assumptions. */
  readonly of: readonly string[];
  /** Spearman's rank correlation of each pair, or of each with the common factor; in [-1, 1]. */
  readonly rank: number;
  /** Name of a common factor that moves all of them. */
  readonly factor?: string;
}

/** What is asked, as correlations of normal scores. */
export interface Wishes {
  /** By factor, then by assumption: correlation with the factor. */
  readonly loadings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By one assumption, then by the other; each pair both ways round. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Collects requests; where two speak of the same pair, or the same assumption and factor, the later one holds. */
export function wishesOf(requests: readonly CorrelationRequest[]): Wishes {
  const loadings = new Map<string, Map<string, number>>();
  const pairs = new Map<string, Map<string, number>>();
  for (const { of, rank, factor } of requests) {
    const correlation = scoreCorrelation(rank);
    for (const id of of) {
      if (factor !== undefined) entry(loadings, factor).set(id, correlation);
      else for (const other of of) if (other !== id) entry(pairs, id).set(other, correlation);
    }
  }
  return { loadings, pairs };
}

/**
 * The correlation asked of two assumptions: the one asked for the pair, or else what common factors give it; undefined
 * when nothing was said.
 */
export function wishFor({ loadings, pairs }: Wishes, a: string, b: string): number | undefined {
  const stated = pairs.get(a)?.get(b);
  if (stated !== undefined) return stated;
  let shared: number | undefined;
  for (const loading of loadings.values()) {
    const [one, other] = [loading.get(a), loading.get(b)];
    if (one !== undefined && other !== undefined) shared = (shared ?? 0) + one * other;
  }
  return shared;
}

function entry(table: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const known = table.get(key) ?? new Map<string, number>();
  table.set(key, known);
  return known;
}
