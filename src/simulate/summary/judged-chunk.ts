import type { Plan } from '../../domain.ts';
import { passingTallies } from '../chunk.ts';
import { type PreparedDraws } from '../prepared-draws.ts';
import { type DrawRange } from '../draw-range.ts';
import type { ChunkRoom } from './chunk-rooms.ts';
import { digestOf, type Digest } from './digest.ts';
import { kernelDigest } from './kernel-digest.ts';
import { writeDraws, type DrawRoom } from '../draws/draw-room.ts';
import { unpackLayouts } from './packed-layouts.ts';
import { packSums } from '../tally/packed-sums.ts';
import { listOf, rowsOf, wantedOf, type Pair } from './series.ts';

/** What plans lead to in a range of draws, for a judgement. */
export interface JudgedChunk {
  readonly marginalCount: number;
  /** Sums of all plans. */
  readonly sums: Float64Array;
  readonly series: ChunkSeries;
}

/** All series: each draw of them, or its cell; less what was written to the room of all draws. */
export type ChunkSeries =
  | { readonly kind: 'draws'; readonly values: Float64Array<ArrayBuffer> }
  | { readonly kind: 'written' }
  | ({ readonly kind: 'counts' } & Digest);

/** What becomes of draws: they are put in cells by layouts, series by series, or not; and given, or written to shared room. */
export interface Destination {
  /** See `packed-layouts.ts`. */
  readonly layouts?: Float64Array;
  /** For draws. */
  readonly room?: DrawRoom;
  /** For what else the answer has many numbers of. */
  readonly chunkRoom?: ChunkRoom;
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
  { layouts, room, chunkRoom }: Destination = {},
): JudgedChunk {
  const { model, kernel } = prepared;
  const tallies = passingTallies(prepared, plans, range);
  const rows = listOf(rowsOf(model, tallies, pairs));
  const { marginalCount } = tallies[0]!;
  const sums = packSums(tallies, chunkRoom?.sums);
  if (layouts !== undefined) {
    const wanted = listOf(wantedOf(model, plans.length, pairs));
    const own = chunkRoom && { places: chunkRoom.places, sums: chunkRoom.digestSums };
    const code = kernel && kernelDigest(kernel, range.count);
    const digest = digestOf(rows, wanted, unpackLayouts(layouts, wanted), own, code);
    return { marginalCount, sums, series: { kind: 'counts', ...digest } };
  }
  if (room !== undefined) {
    writeDraws(rows, room, range.first);
    return { marginalCount, sums, series: { kind: 'written' } };
  }
  const values = new Float64Array(rows.length * range.count);
  writeDraws(rows, { ...range, values }, range.first);
  return { marginalCount, sums, series: { kind: 'draws', values } };
}
