/** What a judgement keeps of its draws while they arrive, chunk by chunk in their order. */
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import {
  addingDigests,
  figuresOfCounts,
  layoutOf,
  nothingCounted,
  sharesOfCounts,
  type CountedSeries,
  type Layout,
} from './digest.ts';
import { countIn } from './distribution.ts';
import { drawsOfSeries, isShared, writeDraws, type DrawRoom, type DrawRooms } from '../draws/draw-room.ts';
import type { ChunkSeries, JudgedChunk } from './judged-chunk.ts';
import type { RankingMemory } from '../../statistics/ranking-memory.ts';
import { figure, figuresOf, meanFigure, type Figure, type SeriesFigures, type Wanted } from './series-figures.ts';

export interface Kept {
  readonly draws: number;
  readonly marginalCount: number;
  /** Packed sums of all plans; none before the first chunk. */
  readonly sums: Float64Array;
  readonly series: KeptSeries;
}

/** Every draw, in rooms for so many of them one after the other; or counts. */
type KeptSeries =
  | { readonly kind: 'draws'; readonly rooms: readonly DrawRoom[]; readonly wanted: readonly Wanted[] }
  | { readonly kind: 'counts'; readonly counted: readonly CountedSeries[]; readonly wanted: readonly Wanted[] };

/** Series whose figures are to be found: some by all their draws, one after the other, or one by its counts. */
export type Reducible =
  DrawsPiece | { readonly kind: 'counts'; readonly wanted: Wanted; readonly counted: CountedSeries };

interface DrawsPiece {
  readonly kind: 'draws';
  readonly wanted: readonly Wanted[];
  readonly values: Float64Array;
}

/** Draws that are sent to be reduced at a time, more than these of one series only. */
const REDUCED_AT_ONCE = 65_536;

/** Before the first draw; draws are kept where there are no layouts. */
export function nothingKept(wanted: readonly Wanted[], layouts?: readonly Layout[]): Kept {
  const series: KeptSeries =
    layouts === undefined
      ? { kind: 'draws', rooms: [], wanted }
      : { kind: 'counts', counted: nothingCounted(wanted, layouts), wanted };
  return { draws: 0, marginalCount: 0, sums: new Float64Array(), series };
}

/** With room for draws to come, up to so many in all; without it they can be counted, but not kept. */
export function withRoom(kept: Kept, draws: number, from: DrawRooms): Kept {
  const { series } = kept;
  if (series.kind === 'counts') return kept;
  const room = from.take(series.wanted.length, kept.draws, draws - kept.draws);
  return { ...kept, series: { ...series, rooms: [...series.rooms, room] } };
}

/** Gives back the room of all draws, which must not be read any more. */
export function giveRoomBack({ series }: Kept, to: DrawRooms): void {
  if (series.kind === 'draws') for (const room of series.rooms) to.giveBack(room);
}

/** The room to which other threads are to write the draws to come; undefined where they can only give them. */
export function sharedRoom({ series }: Kept): DrawRoom | undefined {
  const room = series.kind === 'counts' ? undefined : series.rooms.at(-1);
  return room !== undefined && isShared(room) ? room : undefined;
}

/** With the next chunks, of so many draws in all, in steps, one for each series that is counted; the old value must not be used again. */
export function* keepingChunks(
  kept: Kept,
  chunks: readonly JudgedChunk[],
  draws: number,
): Generator<undefined, Kept, undefined> {
  let { sums, marginalCount } = kept;
  for (const chunk of chunks) {
    // A copy: the chunk's own may stand in room that is used again.
    if (sums.length === 0) sums = chunk.sums.slice();
    else for (let k = 0; k < sums.length; k++) sums[k]! += chunk.sums[k]!;
    marginalCount += chunk.marginalCount;
  }
  const series = yield* withChunks(
    kept,
    chunks.map((chunk) => chunk.series),
  );
  return { draws: kept.draws + draws, marginalCount, sums, series };
}

function* withChunks(
  { series: kept, draws }: Kept,
  chunks: readonly ChunkSeries[],
): Generator<undefined, KeptSeries, undefined> {
  if (kept.kind === 'counts') {
    const digests = chunks.map((chunk) => (chunk.kind === 'counts' ? chunk : mixed(chunk, kept)));
    return { ...kept, counted: yield* addingDigests(kept.counted, digests) };
  }
  let first = draws;
  for (const chunk of chunks) {
    if (chunk.kind === 'written') continue;
    if (chunk.kind !== 'draws') mixed(chunk, kept);
    const count = chunk.values.length / kept.wanted.length;
    const given = { first, count, values: chunk.values };
    const rows = kept.wanted.map((_, s) => drawsOfSeries(given, s));
    writeDraws(rows, kept.rooms.at(-1)!, first);
    first += count;
  }
  return kept;
}

function mixed(chunk: ChunkSeries, kept: KeptSeries): never {
  throw new Error(`a chunk of ${chunk.kind} among ${kept.kind}`);
}

/** Everything to be reduced, put together when it is asked for: one piece at a time is in memory twice. */
export function* reducibles({ series, draws }: Kept): Generator<Reducible> {
  const { wanted } = series;
  if (series.kind === 'counts') {
    for (const [s, counted] of series.counted.entries()) yield { kind: 'counts', wanted: wanted[s]!, counted };
    return;
  }
  const atOnce = seriesAtOnce(draws);
  for (let s = 0; s < wanted.length; s += atOnce) {
    const some = wanted.slice(s, s + atOnce);
    yield { kind: 'draws', wanted: some, values: drawsTogether(series.rooms, s, some.length) };
  }
}

/** Some series one after the other: as they stand where threads share them, a copy otherwise, so that no more is sent. */
function drawsTogether(rooms: readonly DrawRoom[], from: number, many: number): Float64Array {
  const [first] = rooms;
  if (rooms.length === 1 && isShared(first!)) {
    return first!.values.subarray(from * first!.count, (from + many) * first!.count);
  }
  const rows = Array.from({ length: many }, (_, k) => rowsIn(rooms, from + k)).flat();
  const values = new Float64Array(rows.reduce((length, row) => length + row.length, 0));
  let at = 0;
  for (const row of rows) {
    values.set(row, at);
    at += row.length;
  }
  return values;
}

/** How many pieces `reducibles` gives. */
export function reducibleCount({ series, draws }: Kept): number {
  return series.kind === 'counts' ? series.counted.length : Math.ceil(series.wanted.length / seriesAtOnce(draws));
}

/** The figures of one piece, series by series. */
export function reduce(piece: Reducible, memory?: RankingMemory): readonly SeriesFigures[] {
  if (piece.kind === 'counts') return [figuresOfCounts(piece.counted, piece.wanted)];
  return drawsOf(piece).map((row, k) => figuresOf(row, piece.wanted[k]!, memory));
}

/** How to count further draws of the series of one piece, of which these are the first. */
export function layoutsOf(piece: Reducible): readonly Layout[] {
  if (piece.kind === 'counts') throw new Error('a layout is made from draws');
  return drawsOf(piece).map((row, k) => layoutOf(row, piece.wanted[k]!));
}

/** Draws of each series that are at hand: none where they were counted. */
export function drawsIn(piece: Reducible): number {
  return piece.kind === 'counts' ? 0 : piece.values.length / piece.wanted.length;
}

function drawsOf(piece: DrawsPiece): readonly Row[] {
  const { wanted, values } = piece;
  const draws = drawsIn(piece);
  return wanted.map((_, k) => values.subarray(k * draws, (k + 1) * draws));
}

/** The mean of one series so far. */
export function meanSoFar({ series, draws }: Kept, s: number): Figure {
  if (series.kind === 'counts') {
    const { layout, sums } = series.counted[s]!;
    const rest = meanFigure(sums.subarray(2, 2 + REPLICATES), draws);
    return figure(layout.about + rest.whole, (r) => layout.about + rest.replicates[r]!);
  }
  const sums = new Float64Array(REPLICATES);
  for (const row of rowsIn(series.rooms, s)) {
    for (let i = 0; i < row.length; i++) sums[i % REPLICATES]! += row[i]!;
  }
  return meanFigure(sums, draws);
}

/** Share of the draws of one series in each class. */
export function sharesSoFar({ series, draws }: Kept, s: number, edges: readonly number[]): readonly number[] {
  if (series.kind === 'counts') return sharesOfCounts(series.counted[s]!, edges);
  const counts = new Float64Array(edges.length - 1);
  for (const row of rowsIn(series.rooms, s)) countIn(counts, row, edges);
  return Array.from(counts, (count) => count / draws);
}

function seriesAtOnce(draws: number): number {
  return Math.max(1, Math.floor(REDUCED_AT_ONCE / draws));
}

/** One series, room by room. */
function rowsIn(rooms: readonly DrawRoom[], s: number): readonly Row[] {
  return rooms.map((room) => drawsOfSeries(room, s));
}
