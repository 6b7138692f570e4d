import { randomOrders } from '../compare/orders.ts';
import type { DrawMethod, Estimate } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { cholesky } from '../random/correlation/cholesky.ts';
import { keyOf } from '../random/key.ts';
import { normalScores, pointStream, REPLICATES } from '../random/points.ts';
import type { FigureOfRows } from '../simulate/figure-of-rows.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';
import { splitReplicates } from '../simulate/tally/row-estimates.ts';

/** Some assumptions whose normal scores are correlated. */
export interface CorrelatedScores {
  /** Their places. */
  readonly members: readonly number[];
  /** Correlations of their scores, row by row. */
  readonly correlation: Float64Array;
}

export interface ShapleyInput {
  /** Names of the assumptions, by which they are drawn. */
  readonly ids: readonly string[];
  /** Those that move together; all others move alone. */
  readonly clusters: readonly CorrelatedScores[];
  /** Values of the assumption at a place from its standard normal scores. */
  readonly valuesOf: (place: number, scores: Row) => Row;
  readonly figure: FigureOfRows;
  readonly seed: string;
  /** 32 times a power of two: each is followed through an order of all assumptions. */
  readonly draws: number;
}

/** Draws that are followed through the same order. */
const TOGETHER = 64;

/**
 * Share of the variance of a figure that each assumption makes, which all add up to 1 even where assumptions move together: the mean,
 * over all orders in which one could learn them, of the variance that learning it takes away (Shapley effects).
 *
 * Along a random order of the assumptions, one after the other goes from a second draw to the first one. Those not yet there are drawn
 * given those that are, which in normal scores is exact. Half the mean squared distance of the figure from where it will end is the
 * variance that is left; what a step takes off it belongs to its assumption.
 *
 * @param onStep  called before each order with how many are done of how many; may end the work by throwing
 * Source: Song, Nelson and Staum, "Shapley effects for global sensitivity analysis" (2016); the estimator is that of Goda, "A simple
 *   algorithm for global sensitivity analysis with Shapley effects" (2021), with conditional draws.
 */
export async function shapleyEffects(
  { ids, clusters, valuesOf, figure, seed, draws }: ShapleyInput,
  onStep: (done: number, total: number) => void | Promise<void> = () => undefined,
): Promise<readonly Estimate[]> {
  const key = keyOf(seed);
  const drawn = (name: string, method: DrawMethod) => {
    const scores = new Float64Array(draws);
    normalScores(pointStream(key, method, name), 0, draws, scores);
    return splitReplicates(scores);
  };
  // Two evenly spread draws would meet each other in few patterns, and replicates show too small an error.
  const [first, second] = [
    ids.map((id) => drawn(`${id}, first`, 'sobol')),
    ids.map((id) => drawn(`${id}, second`, 'plain')),
  ];
  const perReplicate = draws / REPLICATES;
  const together = Math.min(TOGETHER, perReplicate / 2);
  const orders = perReplicate / together;
  const taken = Array.from({ length: REPLICATES }, () => new Float64Array(ids.length));
  for (let r = 0; r < REPLICATES; r++) {
    for (const [k, order] of randomOrders(ids.length, orders / 2, `${seed}, orders ${r}`).entries()) {
      await onStep(r * orders + k, REPLICATES * orders);
      const part = (rows: readonly (readonly Row[])[]) =>
        rows.map((own) => own[r]!.subarray(k * together, (k + 1) * together));
      const path = figureAlong({ clusters, valuesOf, figure }, order, part(first), part(second));
      const end = path.at(-1)!;
      order.forEach((place, step) => {
        taken[r]![place] = taken[r]![place]! + distance(path[step]!, end) - distance(path[step + 1]!, end);
      });
    }
  }
  const variances = taken.map((own) => own.reduce((sum, part) => sum + part, 0));
  const variance = variances.reduce((sum, own) => sum + own, 0);
  return ids.map((_, place) => {
    if (!(variance > 0)) return { value: 0, standardError: 0 };
    const value = taken.reduce((sum, own) => sum + own[place]!, 0) / variance;
    return ofReplicates(
      value,
      taken.map((own, r) => (variances[r]! > 0 ? own[place]! / variances[r]! : 0)),
    );
  });
}

/** The figure at the second draws, then with each assumption of the order in turn, and all before it, at the first ones. */
function figureAlong(
  { clusters, valuesOf, figure }: Pick<ShapleyInput, 'clusters' | 'valuesOf' | 'figure'>,
  order: readonly number[],
  first: readonly Row[],
  second: readonly Row[],
): readonly Row[] {
  const independent = [...second];
  const mixtures = new Map<number, Mixture>();
  for (const cluster of clusters) {
    const mixture = mixtureIn(cluster, order);
    for (const place of mixture.members) mixtures.set(place, mixture);
  }
  const scoresAt = (place: number): Row => {
    const mixture = mixtures.get(place);
    return mixture === undefined ? independent[place]! : mixed(mixture, place, independent);
  };
  const values = second.map((_, place) => valuesOf(place, scoresAt(place)));
  const states = [[...values]];
  const moves: (readonly number[])[] = [[]];
  for (const place of order) {
    independent[place] = first[place]!;
    // Those of a cluster that come later in the order are drawn given this one.
    const members = mixtures.get(place)?.members ?? [place];
    const changed = members.slice(members.indexOf(place));
    for (const other of changed) values[other] = valuesOf(other, scoresAt(other));
    states.push([...values]);
    moves.push(changed);
  }
  return figure.along(states, moves);
}

/** How the scores of a cluster come from independent ones: each from its own and those of the members before it. */
interface Mixture {
  /** In their order. */
  readonly members: readonly number[];
  /** Lower triangular, row by row. */
  readonly factor: Float64Array;
}

function mixtureIn({ members, correlation }: CorrelatedScores, order: readonly number[]): Mixture {
  const n = members.length;
  const sorted = order.filter((place) => members.includes(place));
  const at = sorted.map((place) => members.indexOf(place));
  const permuted = Float64Array.from(
    { length: n * n },
    (_, k) => correlation[at[Math.floor(k / n)]! * n + at[k % n]!]!,
  );
  const factor = cholesky(permuted, n);
  if (factor === undefined) throw new Error('correlations that were drawn from are impossible');
  return { members: sorted, factor };
}

function mixed({ members, factor }: Mixture, place: number, independent: readonly Row[]): Row {
  const row = members.indexOf(place);
  const scores = new Float64Array(independent[place]!.length);
  for (let k = 0; k <= row; k++) {
    const weight = factor[row * members.length + k]!;
    const own = independent[members[k]!]!;
    for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! + weight * own[i]!;
  }
  return scores;
}

/** Half the sum of squared differences. */
function distance(a: Row, b: Row): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) * (a[i]! - b[i]!);
  return sum / 2;
}
