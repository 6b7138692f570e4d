/**
 * Classes of values, narrow where values are many, whatever their distribution: cut at 33 values of a pilot that part it
 * into 32 segments of equally many, each cut into cells of equal width. A value that many draws share has a cell of its
 * own. Sixteen cells in a row are one coarse cell.
 */
export interface Cells {
  /** Ends of the segments, ascending; two are equal around a value that many share. */
  readonly edges: Float64Array;
}

/** Segments between the edges. */
export const SEGMENTS = 32;
const PER_SEGMENT = 2032;
/** A cell's place without its last so many bits is that of its coarse cell. */
export const COARSE_BITS = 4;
/** Cells in a coarse cell; what lies beyond the pilot has a coarse cell at each end, of which one cell is used. */
export const PER_COARSE = 1 << COARSE_BITS;
const ABOVE = PER_COARSE + SEGMENTS * PER_SEGMENT;
/** Number of cells: their places fit in 16 bits. */
export const CELLS = ABOVE + PER_COARSE;
/** Steps of equal width by which the segment of a value is nearly found. */
export const GUIDES = 512;

/** Cells for values like those of `pilot`; infinite values and NaN have no say in where they lie. */
export function cellsOf(pilot: Float64Array): Cells {
  return cellsOfSorted(pilot.filter(Number.isFinite).sort());
}

/** The same for a pilot of finite numbers, ascending. */
export function cellsOfSorted(pilot: Float64Array): Cells {
  const last = pilot.length - 1;
  const edge = (k: number) => pilot[Math.round((k * last) / SEGMENTS)] ?? 0;
  return { edges: Float64Array.from({ length: SEGMENTS + 1 }, (_, k) => edge(k)) };
}

/** What helps to find the cell of a value: the least segment it may lie in, and cells by width. */
export interface Lookup {
  /** Steps of equal width from the least value to the greatest, by width. */
  readonly perGuide: number;
  /** By step. */
  readonly guide: Uint8Array;
  /** By segment: its cells by width. */
  readonly perWidth: Float64Array;
}

export function lookupOf({ edges }: Cells): Lookup {
  // Halves, whose differences are finite.
  const perGuide = finite(GUIDES / (edges[SEGMENTS]! / 2 - edges[0]! / 2));
  return {
    perGuide,
    guide: guideOf(edges, perGuide),
    perWidth: Float64Array.from({ length: SEGMENTS }, (_, k) =>
      finite(PER_SEGMENT / (edges[k + 1]! / 2 - edges[k]! / 2)),
    ),
  };
}

/**
 * The cell of each value, rising with it; as in sorting, NaN is above everything.
 *
 * @param places  where they are written
 */
export function placesIn(
  cells: Cells,
  values: Float64Array,
  places: Uint16Array = new Uint16Array(values.length),
): Uint16Array {
  const { edges } = cells;
  const low = edges[0]!;
  const high = edges[SEGMENTS]!;
  const { perGuide, guide, perWidth } = lookupOf(cells);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) {
      places[i] = 0;
      continue;
    }
    if (!(value <= high)) {
      places[i] = ABOVE;
      continue;
    }
    let k = guide[Math.trunc((value / 2 - low / 2) * perGuide)]!;
    while (k < SEGMENTS - 1 && value >= edges[k + 1]!) k++;
    if (k > 0 && value === edges[k - 1]) k--; // shared by many
    const within = Math.trunc((value / 2 - edges[k]! / 2) * perWidth[k]!);
    places[i] = PER_COARSE + k * PER_SEGMENT + Math.min(within, PER_SEGMENT - 1);
  }
  return places;
}

/** The least value of a cell, but for rounding; `least` of the one below the pilot. */
export function lowerEnd({ edges }: Cells, cell: number, least: number): number {
  if (cell < PER_COARSE) return least;
  const k = Math.floor((cell - PER_COARSE) / PER_SEGMENT);
  if (k >= SEGMENTS) return edges[SEGMENTS]!;
  const within = cell - PER_COARSE - k * PER_SEGMENT;
  return edges[k]! + (within / PER_SEGMENT) * (edges[k + 1]! - edges[k]!);
}

/** Where the cells after this one begin; `greatest` for the one above the pilot. */
export function upperEnd(cells: Cells, cell: number, greatest: number): number {
  if (cell >= ABOVE) return greatest;
  if (cell < PER_COARSE) return cells.edges[0]!;
  const k = Math.floor((cell - PER_COARSE) / PER_SEGMENT);
  const isLast = cell === PER_COARSE + (k + 1) * PER_SEGMENT - 1;
  return isLast ? cells.edges[k + 1]! : lowerEnd(cells, cell + 1, greatest);
}

/** For each step the last segment that begins in an earlier one, so that no value of the step lies before it. */
function guideOf(edges: Float64Array, perGuide: number): Uint8Array {
  const guide = new Uint8Array(GUIDES + 1);
  for (let k = 1; k < SEGMENTS; k++) guide.fill(k, Math.trunc((edges[k]! / 2 - edges[0]! / 2) * perGuide) + 1);
  return guide;
}

/** 0 for values too near to each other, or too far apart, to be told apart by a product. */
function finite(factor: number): number {
  return factor < Infinity ? factor : 0;
}
