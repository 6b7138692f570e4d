import { cholesky } from './correlation/cholesky.ts';
import { clustersOf } from './correlation/clusters.ts';
import { nearestCorrelation } from './correlation/nearest.ts';
import { rankCorrelation } from './correlation/rank.ts';
import { wishesOf, wishFor, type CorrelationRequest, type Wishes } from './correlation/wishes.ts';

/** Spearman's rank correlation that a word stands for. */
export const RANK_OF_WORD = { none: 0, weak: 0.2, moderate: 0.5, strong: 0.8 } as const;

/**
 * Assumptions that move together: the scores of member i are the sum over sources s of
 * `factor[i · sources.length + s]` × the independent scores of source s.
 */
export interface CorrelationCluster {
  /** Members, sorted. */
  readonly ids: readonly string[];
  /** Whose independent scores are mixed: common factors (`factors.market`), if any, and the members. */
  readonly sources: readonly string[];
  readonly factor: Float64Array;
}

/** A rank correlation that could not be had together with the others. */
export interface CorrelationRepair {
  readonly a: string;
  readonly b: string;
  readonly asked: number;
  readonly used: number;
  /** Whether the planner asked for it; if not, they said nothing about this pair and `asked` is 0. */
  readonly stated: boolean;
}

/**
 * What is asked about assumptions moving together, as clusters of a Gaussian copula: of normal scores with given
 * correlations, which leaves the distribution of each assumption as it is. An assumption that nothing is asked about is in
 * no cluster, and keeps its draws whatever the others do.
 *
 * If no random numbers have all the asked correlations, the nearest possible ones are used; pairs nothing was said
 * about move first. Every pair that moved visibly is in `repairs`.
 *
 * @param ids  all uncertain assumptions; what is asked about others is passed over: a constant moves with nothing
 */
export function dependence(
  ids: readonly string[],
  requests: readonly CorrelationRequest[],
): { readonly clusters: readonly CorrelationCluster[]; readonly repairs: readonly CorrelationRepair[] } {
  const wishes = wishesOf(requests);
  const solved = clustersOf([...ids].sort(), (a, b) => (wishFor(wishes, a, b) ?? 0) !== 0)
    .filter(([first, ...others]) => others.length > 0 || hasFactor(wishes, first!))
    .map((members) => withFactors(members, wishes) ?? withPairs(members, wishes));
  return { clusters: solved.map(({ cluster }) => cluster), repairs: solved.flatMap(({ repairs }) => repairs) };
}

/** Even alone with a factor it is mixed with it, so that its draws are the same when others come. */
function hasFactor({ loadings }: Wishes, id: string): boolean {
  return [...loadings.values()].some((loading) => (loading.get(id) ?? 0) !== 0);
}

interface Solved {
  readonly cluster: CorrelationCluster;
  readonly repairs: readonly CorrelationRepair[];
}

/**
 * Members that only common factors link: each is its share of the factors and a rest of its own, so its draws do not
 * depend on which other members there are. Undefined when pairs are linked too, or factors explain more than all.
 */
function withFactors(members: readonly string[], { loadings, pairs }: Wishes): Solved | undefined {
  if (members.some((id) => members.some((other) => pairs.get(id)?.has(other)))) return undefined;
  const common = [...loadings.keys()].sort().filter((name) => members.some((id) => loadings.get(name)!.has(id)));
  const factor = new Float64Array(members.length * (common.length + members.length));
  let at = 0;
  for (const [row, id] of members.entries()) {
    const shares = common.map((name) => loadings.get(name)!.get(id) ?? 0);
    const rest = 1 - shares.reduce((sum, share) => sum + share * share, 0);
    if (rest < 0) return undefined;
    factor.set(shares, at);
    factor[at + common.length + row] = Math.sqrt(rest);
    at += common.length + members.length;
  }
  return { cluster: { ids: members, sources: [...common.map(factorId), ...members], factor }, repairs: [] };
}

/** Where the independent scores of a common factor are drawn. */
function factorId(name: string): string {
  return `factors.${name}`;
}

/** Beside a pair that was asked for, how much it matters that one nothing was said about stays unlinked. */
const UNSTATED_WEIGHT = 1e-3;

/** Members linked by pairs: a triangular factor, so that a member's draws depend on the members before it only. */
function withPairs(members: readonly string[], wishes: Wishes): Solved {
  const n = members.length;
  const wished = members.flatMap((a) => members.map((b) => (a === b ? 1 : wishFor(wishes, a, b))));
  const asked = Float64Array.from(wished, (wish) => wish ?? 0);
  const possible = cholesky(asked, n);
  if (possible !== undefined) return { cluster: { ids: members, sources: members, factor: possible }, repairs: [] };
  const weights = Float64Array.from(wished, (wish) => (wish === undefined ? UNSTATED_WEIGHT : 1));
  const used = nearestCorrelation(asked, weights, n);
  const factor = cholesky(used, n);
  if (factor === undefined) throw new Error(`the repaired correlations of ${members.join(', ')} are impossible`);
  return { cluster: { ids: members, sources: members, factor }, repairs: repairsOf(members, wished, used) };
}

/** The pairs whose correlation of scores differs visibly from the one wished, or from 0 where nothing was. */
function repairsOf(
  members: readonly string[],
  wished: readonly (number | undefined)[],
  used: Float64Array,
): CorrelationRepair[] {
  return members.flatMap((a, row) =>
    members.flatMap((b, column) => {
      const at = row * members.length + column;
      const repair = {
        a,
        b,
        asked: rankOf(wished[at] ?? 0),
        used: rankOf(used[at]!),
        stated: wished[at] !== undefined,
      };
      return column > row && Math.abs(repair.used - repair.asked) >= VISIBLE ? [repair] : [];
    }),
  );
}

/** As the planner wrote it, without the rounding of the way to scores and back. */
function rankOf(correlation: number): number {
  return Math.round(rankCorrelation(correlation) * 1e9) / 1e9;
}

/** Change of a rank correlation below which the two decimals that are shown hardly differ. */
const VISIBLE = 0.002;

/** Correlations of the scores of a cluster's members, row by row. */
export function correlationOf({ ids, sources, factor }: CorrelationCluster): Float64Array {
  return Float64Array.from({ length: ids.length * ids.length }, (_, at) => {
    const [a, b] = [Math.floor(at / ids.length) * sources.length, (at % ids.length) * sources.length];
    if (a === b) return 1;
    return sources.reduce((sum, __, s) => sum + factor[a + s]! * factor[b + s]!, 0);
  });
}

/**
 * Mixes independent scores into those of a cluster's members, draw by draw.
 *
 * @param scores  one row per source of the cluster, in its order
 * @param out     one row per member, in the order of `ids`; must not share memory with `scores`
 */
export function correlate(
  { ids, sources, factor }: CorrelationCluster,
  scores: readonly Float64Array[],
  out: readonly Float64Array[],
  count: number,
): void {
  for (let member = 0; member < ids.length; member++) {
    const row = out[member]!;
    row.fill(0, 0, count);
    for (let source = 0; source < sources.length; source++) {
      const share = factor[member * sources.length + source]!;
      if (share === 0) continue;
      const from = scores[source]!;
      for (let i = 0; i < count; i++) row[i]! += share * from[i]!;
    }
  }
}
