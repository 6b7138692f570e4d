import type { Plan } from '../../domain.ts';
import { passingTallies, type DrawRange, type PreparedDraws } from '../chunk.ts';
import { digestOf, type Digest, type Layout } from './digest.ts';
import { kernelDigest } from './kernel-digest.ts';
import { writeDraws, type DrawRoom } from '../draws/draw-room.ts';
import { packSums } from '../tally/packed-sums.ts';
import { listOf, rowsOf, wantedOf, type Pair } from './series.ts';

/** What plans lead to in a range of draws, for a judgement. */
export interface JudgedChunk {
  readonly marginalCount: number;
  /** Sums of all plans. */
  readonly sums: Float64Array<ArrayBuffer>;
  readonly series: ChunkSeries;
}

/** All series: each draw of them, or its cell; less what was written to shared room. */
export type ChunkSeries =
  | { readonly kind: 'draws'; readonly values: Float64Array<ArrayBuffer> }
  | { readonly kind: 'written' }
  | ({ readonly kind: 'counts' } & Digest)
  | ({ readonly kind: 'counts written' } & Omit<Digest, 'places'>);

/** What becomes of draws: they are put in cells by layouts, series by series, or not; and given, or written to shared room. */
export interface Destination {
  readonly layouts?: readonly Layout[];
  /** For draws. */
  readonly room?: DrawRoom;
  /** For cells of draws, of all series. */
  readonly places?: Uint16Array;
}

/**
 * Plans, today's first, and pairs of them on the same draws.
 *
 * @param range  begins with a draw of replicate 0
 */
export function judgedChunk(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  pairs: readonly Pair[],
  range: DrawRange,
  { layouts, room, places }: Destination = {},
): JudgedChunk {
  const { model, kernel } = prepared;
  const tallies = passingTallies(prepared, plans, range);
  const rows = listOf(rowsOf(model, tallies, pairs));
  const { marginalCount } = tallies[0]!;
  const sums = packSums(tallies);
  if (layouts !== undefined) {
    const wanted = listOf(wantedOf(model, plans.length, pairs));
    const digest = digestOf(rows, wanted, layouts, places, kernel && kernelDigest(kernel, range.count));
    if (places === undefined) return { marginalCount, sums, series: { kind: 'counts', ...digest } };
    return { marginalCount, sums, series: { kind: 'counts written', sums: digest.sums } };
  }
  if (room !== undefined) {
    writeDraws(rows, room, range.first);
    return { marginalCount, sums, series: { kind: 'written' } };
  }
  const values = new Float64Array(rows.length * range.count);
  writeDraws(rows, { ...range, values }, range.first);
  return { marginalCount, sums, series: { kind: 'draws', values } };
}
