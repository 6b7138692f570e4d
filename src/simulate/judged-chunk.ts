import type { Plan } from '../domain.ts';
import { tallyPlans, type DrawRange, type PreparedDraws } from './chunk.ts';
import { digestOf, type Digest, type Layout } from './digest.ts';
import { packSums } from './packed-sums.ts';
import { listOf, rowsOf, wantedOf, type Pair } from './series.ts';

/** What plans lead to in a range of draws, for a judgement. */
export interface JudgedChunk {
  readonly marginalCount: number;
  /** Sums of all plans. */
  readonly sums: Float64Array<ArrayBuffer>;
  readonly series: ChunkSeries;
}

/** All series, each draw of them or counts. */
export type ChunkSeries =
  { readonly kind: 'draws'; readonly values: Float64Array<ArrayBuffer> } | ({ readonly kind: 'counts' } & Digest);

/**
 * Plans, today's first, and pairs of them on the same draws.
 *
 * @param range  begins with a draw of replicate 0
 * @param layouts  how to count each series; draws are given where there are none
 */
export function judgedChunk(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  pairs: readonly Pair[],
  range: DrawRange,
  layouts?: readonly Layout[],
): JudgedChunk {
  const { model } = prepared;
  const tallies = tallyPlans(prepared, plans, range);
  const rows = listOf(rowsOf(model, tallies, pairs));
  const { marginalCount } = tallies[0]!;
  const sums = packSums(tallies);
  if (layouts !== undefined) {
    const wanted = listOf(wantedOf(model, plans.length, pairs));
    return { marginalCount, sums, series: { kind: 'counts', ...digestOf(rows, wanted, layouts) } };
  }
  const values = new Float64Array(rows.length * range.count);
  rows.forEach((row, s) => values.set(row, s * range.count));
  return { marginalCount, sums, series: { kind: 'draws', values } };
}
