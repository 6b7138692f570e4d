/** What a judgement keeps of its draws while they arrive, chunk by chunk in their order. */
import type { Row } from '../families.ts';
import { REPLICATES } from '../random/points.ts';
import {
  addDigest,
  figuresOfCounts,
  layoutOf,
  nothingCounted,
  sharesOfCounts,
  type CountedSeries,
  type Layout,
} from './digest.ts';
import { countIn } from './distribution.ts';
import type { JudgedChunk } from './judged-chunk.ts';
import { figure, figuresOf, meanFigure, type Figure, type SeriesFigures, type Wanted } from './series-figures.ts';

export interface Kept {
  readonly draws: number;
  readonly marginalCount: number;
  /** Packed sums of all plans; none before the first chunk. */
  readonly sums: Float64Array;
  readonly series: KeptSeries;
}

/** Every draw, in blocks of whole chunks, series by series; or counts. */
type KeptSeries =
  | { readonly kind: 'draws'; readonly blocks: readonly Float64Array[]; readonly wanted: readonly Wanted[] }
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
      ? { kind: 'draws', blocks: [], wanted }
      : { kind: 'counts', counted: nothingCounted(wanted, layouts), wanted };
  return { draws: 0, marginalCount: 0, sums: new Float64Array(), series };
}

/** With the next chunk; the old value must not be used again. */
export function keepChunk(kept: Kept, { marginalCount, sums, series }: JudgedChunk, count: number): Kept {
  if (kept.series.kind !== series.kind) throw new Error(`a chunk of ${series.kind} among ${kept.series.kind}`);
  const added = kept.sums.length === 0 ? sums : kept.sums;
  if (added !== sums) for (let k = 0; k < sums.length; k++) added[k]! += sums[k]!;
  return {
    draws: kept.draws + count,
    marginalCount: kept.marginalCount + marginalCount,
    sums: added,
    series: withChunk(kept.series, series),
  };
}

function withChunk(kept: KeptSeries, chunk: JudgedChunk['series']): KeptSeries {
  if (kept.kind === 'draws' && chunk.kind === 'draws') return { ...kept, blocks: [...kept.blocks, chunk.values] };
  if (kept.kind === 'counts' && chunk.kind === 'counts') return { ...kept, counted: addDigest(kept.counted, chunk) };
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
    const values = new Float64Array(some.length * draws);
    some.forEach((_, k) => copyDraws(series.blocks, wanted.length, s + k, values.subarray(k * draws, (k + 1) * draws)));
    yield { kind: 'draws', wanted: some, values };
  }
}

/** How many pieces `reducibles` gives. */
export function reducibleCount({ series, draws }: Kept): number {
  return series.kind === 'counts' ? series.counted.length : Math.ceil(series.wanted.length / seriesAtOnce(draws));
}

/** The figures of one piece, series by series. */
export function reduce(piece: Reducible): readonly SeriesFigures[] {
  if (piece.kind === 'counts') return [figuresOfCounts(piece.counted, piece.wanted)];
  return drawsOf(piece).map((row, k) => figuresOf(row, piece.wanted[k]!));
}

/** How to count further draws of the series of one piece, of which these are the first. */
export function layoutsOf(piece: Reducible): readonly Layout[] {
  if (piece.kind === 'counts') throw new Error('a layout is made from draws');
  return drawsOf(piece).map((row, k) => layoutOf(row, piece.wanted[k]!));
}

function drawsOf({ wanted, values }: DrawsPiece): readonly Row[] {
  const draws = values.length / wanted.length;
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
  for (const row of rowsIn(series.blocks, series.wanted.length, s)) {
    for (let i = 0; i < row.length; i++) sums[i % REPLICATES]! += row[i]!;
  }
  return meanFigure(sums, draws);
}

/** Share of the draws of one series in each class. */
export function sharesSoFar({ series, draws }: Kept, s: number, edges: readonly number[]): readonly number[] {
  if (series.kind === 'counts') return sharesOfCounts(series.counted[s]!, edges);
  const counts = new Float64Array(edges.length - 1);
  for (const row of rowsIn(series.blocks, series.wanted.length, s)) countIn(counts, row, edges);
  return Array.from(counts, (count) => count / draws);
}

function seriesAtOnce(draws: number): number {
  return Math.max(1, Math.floor(REDUCED_AT_ONCE / draws));
}

function copyDraws(blocks: readonly Float64Array[], series: number, s: number, into: Row): void {
  let at = 0;
  for (const row of rowsIn(blocks, series, s)) {
    into.set(row, at);
    at += row.length;
  }
}

/** One series, block by block. */
function rowsIn(blocks: readonly Float64Array[], series: number, s: number): readonly Row[] {
  return blocks.map((block) => {
    const count = block.length / series;
    return block.subarray(s * count, (s + 1) * count);
  });
}
