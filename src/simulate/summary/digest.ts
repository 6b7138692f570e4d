/**
 * Draws that are too many to keep, as counts and sums. Where to count is fixed by the first draws, whoever counts; counts
 * are added in any order, sums in the order of chunks, so that the same bits come out for any number of workers.
 */
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import {
  CELLS,
  cellsOfSorted,
  COARSE_BITS,
  lowerEnd,
  PER_COARSE,
  placesIn,
  upperEnd,
  type Cells,
} from '../../statistics/cells.ts';
import { replicatesInCells, type CellCounts } from '../../statistics/counted.ts';
import { kernelLookup } from '../../statistics/kernel-cells.ts';
import { momentsOf, spreadOf } from '../../statistics/moments.ts';
import { countWithin, restsOf, valuesWithin, windowsOf, type Rest, type Windows } from '../../statistics/windows.ts';
import { countIn } from './distribution.ts';
import { drawsIn, figure, rankedFigures, type SeriesFigures, type Wanted } from './series-figures.ts';

/** How a series is counted. */
export interface Layout {
  readonly cells: Cells;
  /** The same for compiled code, which looks for them in every chunk. */
  readonly lookup: Float64Array;
  /** Near the mean: sums are of differences from it. */
  readonly about: number;
  /** For each mean of worst draws that is wanted, how many coarse cells are summed exactly: about as many as it takes. */
  readonly anchors: readonly number[];
  /** Of the draws, only those within are put in cells; all of them where there are none. */
  readonly windows: Windows;
}

/** Some draws of several series. */
export interface Digest {
  /** The cell of each draw, series by series; of a series with windows first those of draws within, then anything. */
  readonly places: Uint16Array;
  /**
   * Series by series; of each what `DigestCode` writes, then by replicate the sum of each anchor, and each chance; then of each
   * window how many draws lie below it and in it.
   */
  readonly sums: Float64Array;
}

/** All draws of one series. */
export interface CountedSeries {
  readonly draws: number;
  readonly layout: Layout;
  /** Draws by cell. */
  readonly fine: Uint32Array;
  /** Draws by replicate and coarse cell; none where nothing is wanted of replicates. */
  readonly coarse: Uint32Array;
  readonly sums: Float64Array;
}

const COARSE = CELLS / PER_COARSE;
/** Bytes of one series, sums apart. */
export const BYTES_PER_SERIES = 4 * (CELLS + REPLICATES * COARSE);

/** How to count a series whose first draws these are. */
export function layoutOf(pilot: Row, wanted: Wanted): Layout {
  const sorted = pilot.toSorted();
  const numbers = numbersOf(sorted);
  const cells = cellsOfSorted(numbers);
  const edges = Float64Array.from(wanted.worst, (share) => sorted[Math.floor(share * (sorted.length - 1))]!);
  return {
    cells,
    lookup: kernelLookup(cells),
    about: momentsOf(numbers.length === pilot.length ? pilot : pilot.filter(Number.isFinite)).mean || 0, // NaN where there is no number
    // Not none: what lies below the pilot is known by its sum only.
    anchors: Array.from(placesIn(cells, edges), (place) => Math.max(1, Math.floor(place / PER_COARSE))),
    windows: hasWindows(wanted) ? windowsOf(sorted, wanted.quantiles) : new Float64Array(),
  };
}

/** Whether all that is wanted of the order of draws is near a few of them. */
function hasWindows({ wholeOnly, quantiles, worst }: Wanted): boolean {
  return wholeOnly === true && quantiles.length > 0 && worst.length === 0;
}

/** Numbers that its layout has of windows. */
export function windowsLength(wanted: Wanted): number {
  return hasWindows(wanted) ? 2 * wanted.quantiles.length : 0;
}

/** The finite ones of sorted values. */
function numbersOf(sorted: Row): Row {
  const first = sorted.findIndex((value) => value > -Infinity);
  return first < 0 ? new Float64Array() : sorted.subarray(first, sorted.findLastIndex((value) => value < Infinity) + 1);
}

/**
 * Counts consecutive draws of several series, the first of them of replicate 0.
 *
 * @param room  where the digest is written, with anything in it
 */
export function digestOf(
  rows: readonly Row[],
  wanted: readonly Wanted[],
  layouts: readonly Layout[],
  room?: Digest,
  code: DigestCode = plainDigest,
): Digest {
  const count = rows[0]!.length;
  const places = room?.places ?? new Uint16Array(rows.length * count);
  const sums = room?.sums.fill(0) ?? new Float64Array(digestSumsLength(wanted));
  let at = 0;
  rows.forEach((row, s) => {
    const to = at + sumsLength(wanted[s]!);
    const own = { places: places.subarray(s * count, (s + 1) * count), sums: sums.subarray(at, to) };
    code(row, layouts[s]!, own);
    addRest(row, wanted[s]!, layouts[s]!, own);
    at = to;
  });
  return { places, sums };
}

/** Numbers that are summed of any series: the least and the greatest value, and two sums by replicate. */
export const MOMENTS = 2 + 2 * REPLICATES;

/**
 * Writes the places of draws of one series; of the sums the least and the greatest value, then by replicate the differences, then
 * their squares; at their end the two numbers of each window. All codes write the same bits.
 */
export type DigestCode = (row: Row, layout: Layout, to: Digest) => void;

/** The plain code, for any host. */
export function plainDigest(row: Row, { cells, about, windows }: Layout, { places, sums }: Digest): void {
  if (windows.length === 0) placesIn(cells, row, places);
  else placesIn(cells, valuesWithin(windows, row, countsOfWindows(sums, windows)), places);
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0, r = 2; i < row.length; i++, r = r === REPLICATES + 1 ? 2 : r + 1) {
    const value = row[i]!;
    const difference = value - about;
    sums[r]! += difference;
    sums[r + REPLICATES]! += difference * difference;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  sums[0] = least + 0; // no -0
  sums[1] = greatest + 0;
}

/** After those: by replicate the sum of each anchor, and each chance. */
function addRest(row: Row, { chances }: Wanted, { anchors }: Layout, { places, sums }: Digest): void {
  anchors.forEach((anchor, k) => {
    const from = MOMENTS + k * REPLICATES;
    for (let i = 0; i < row.length; i++) {
      if (places[i]! < anchor * PER_COARSE) sums[from + (i % REPLICATES)]! += row[i]!;
    }
  });
  chances.forEach((band, k) => sums.set(drawsIn(band, row), MOMENTS + (anchors.length + k) * REPLICATES));
}

/** Numbers that are summed of several series. */
export function digestSumsLength(wanted: readonly Wanted[]): number {
  return wanted.reduce((length, one) => length + sumsLength(one), 0);
}

function sumsLength(wanted: Wanted): number {
  return MOMENTS + (wanted.worst.length + wanted.chances.length) * REPLICATES + windowsLength(wanted);
}

/** Of the sums of a series the two numbers of each window. */
export function countsOfWindows(sums: Float64Array, windows: Windows): Float64Array {
  return sums.subarray(sums.length - windows.length);
}

/** Series of which nothing is counted yet. */
export function nothingCounted(wanted: readonly Wanted[], layouts: readonly Layout[]): readonly CountedSeries[] {
  return wanted.map((one, s) => {
    const sums = new Float64Array(sumsLength(one));
    sums[0] = Infinity;
    sums[1] = -Infinity;
    return {
      draws: 0,
      layout: layouts[s]!,
      fine: new Uint32Array(CELLS),
      coarse: new Uint32Array(one.wholeOnly === undefined ? REPLICATES * COARSE : 0),
      sums,
    };
  });
}

/**
 * Series with further draws, in steps, one for each; writes to the arrays of the old ones, which must not be used again. The counts of
 * one series fill the processor's cache, and those of all do not: many draws should be at hand.
 */
export function* addingDigests(
  series: readonly CountedSeries[],
  digests: readonly Digest[],
): Generator<undefined, readonly CountedSeries[], undefined> {
  const many = digests.reduce((sum, { places }) => sum + places.length / series.length, 0);
  const added: CountedSeries[] = [];
  let at = 0;
  for (const [s, one] of series.entries()) {
    for (const { places, sums } of digests) {
      const count = places.length / series.length;
      const own = places.subarray(s * count, (s + 1) * count);
      addDigest(one, { places: own, sums: sums.subarray(at, at + one.sums.length) });
    }
    at += one.sums.length;
    added.push({ ...one, draws: one.draws + many });
    yield;
  }
  return added;
}

/** Adds some draws of one series. */
function addDigest(to: CountedSeries, { places, sums }: Digest): void {
  const { windows } = to.layout;
  if (windows.length > 0) countCells(to, places.subarray(0, countWithin(countsOfWindows(sums, windows))));
  else {
    const place = placeOfAll(places);
    if (place !== undefined) countAlike(to, place, places.length);
    else if (to.coarse.length === 0) countCells(to, places);
    else countPlaces(to, places);
  }
  to.sums[0] = Math.min(to.sums[0]!, sums[0]!);
  to.sums[1] = Math.max(to.sums[1]!, sums[1]!);
  for (let k = 2; k < sums.length; k++) to.sums[k]! += sums[k]!;
}

/** The place of all draws, where they have one: figures that do not depend on draws, or that a scenario has no use for, are many. */
function placeOfAll(places: Uint16Array): number | undefined {
  for (let i = 1; i < places.length; i++) if (places[i] !== places[0]) return undefined;
  return places[0];
}

function countAlike({ fine, coarse }: CountedSeries, place: number, count: number): void {
  fine[place]! += count;
  for (let own = 0, r = 0; own < coarse.length; own += COARSE, r++) {
    coarse[own + (place >> COARSE_BITS)]! += Math.ceil((count - r) / REPLICATES);
  }
}

function countCells({ fine }: CountedSeries, places: Uint16Array): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    fine[place] = fine[place]! + 1;
  }
}

function countPlaces({ fine, coarse }: CountedSeries, places: Uint16Array): void {
  for (let i = 0, own = 0; i < places.length; i++, own = own === coarse.length - COARSE ? 0 : own + COARSE) {
    const place = places[i]!;
    fine[place] = fine[place]! + 1;
    const at = own + (place >> COARSE_BITS);
    coarse[at] = coarse[at]! + 1;
  }
}

/** What is wanted of a series that was counted. */
export function figuresOfCounts({ draws, layout, fine, coarse, sums }: CountedSeries, wanted: Wanted): SeriesFigures {
  const [least, greatest] = [sums[0]!, sums[1]!];
  const byReplicate = (k: number) => sums.subarray(2 + k * REPLICATES, 2 + (k + 1) * REPLICATES);
  const total = (parts: Float64Array) => parts.reduce((sum, part) => sum + part, 0);
  const [rest, squares] = [byReplicate(0), byReplicate(1)];
  const perReplicate = draws / REPLICATES;
  const known = { cells: layout.cells, least, greatest };
  const anchored = (of: (parts: Float64Array) => number, width: number) =>
    layout.anchors.map((anchor, k) => ({
      before: (anchor * PER_COARSE) / width,
      sum: of(byReplicate(2 + k)),
    }));
  const { windows, cells } = layout;
  const counts =
    windows.length === 0 ? fine : withRests(fine, cells, restsOf(windows, countsOfWindows(sums, windows), draws));
  const whole: CellCounts = { ...known, counts, width: 1, anchors: anchored(total, 1) };
  const replicates = Array.from({ length: coarse.length / COARSE }, (_, r): CellCounts => {
    const counts = coarse.subarray(r * COARSE, (r + 1) * COARSE);
    return { ...known, counts, width: PER_COARSE, anchors: anchored((parts) => parts[r]!, PER_COARSE) };
  });
  const values = replicatesInCells(whole, replicates);
  return {
    draws,
    certain: least === greatest,
    mean:
      least === greatest
        ? figure(least, () => least)
        : figure(layout.about + total(rest) / draws, (r) => layout.about + rest[r]! / perReplicate),
    sd: figure(spreadOf(draws, total(rest), total(squares)), (r) => spreadOf(perReplicate, rest[r]!, squares[r]!)),
    ...rankedFigures(values, wanted),
    ...(windows.length > 0 && { ends: [least, greatest] }),
    chances: wanted.chances.map((band, k) => ({
      band,
      draws: byReplicate(2 + layout.anchors.length + k).slice(),
    })),
    within: Math.max(
      0,
      ...wanted.quantiles.map((probability) => values.whole.widthAt(Math.floor((draws - 1) * probability))),
    ),
  };
}

/** With draws that were not put in cells in that where they begin. */
function withRests(fine: Uint32Array, cells: Cells, rests: readonly Rest[]): Uint32Array {
  const counts = fine.slice();
  const places = placesIn(
    cells,
    Float64Array.from(rests, ({ at }) => at),
  );
  rests.forEach(({ count }, k) => (counts[places[k]!]! += count));
  return counts;
}

/** Share of draws in each class, as if those of a cell lay in its middle. */
export function sharesOfCounts({ draws, layout, fine, sums }: CountedSeries, edges: readonly number[]): number[] {
  const middles = Float64Array.from(fine, (_, k) => {
    const low = lowerEnd(layout.cells, k, sums[0]!);
    return low + (upperEnd(layout.cells, k, sums[1]!) - low) / 2;
  });
  const counts = new Float64Array(edges.length - 1);
  countIn(counts, middles, edges, fine);
  return Array.from(counts, (count) => count / draws);
}
