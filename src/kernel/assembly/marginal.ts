/** `transform` of `distributions/marginal.ts`, two scores at a time: the same operations in the same order. */
import { expRow } from './exp';

/** Added to a number of cells below 2^31 bytes in all, it leaves that of their bytes, 32 each, in the low half of the double. */
const TO_BYTES: f64 = 211106232532992; // 1.5 · 2^47

/** Bytes of scores that are looked up together, and room for the places of their cells. */
const TOGETHER: usize = 1024;
const PLACES: usize = memory.data(1024, 16);
const CELL_BYTES: f64 = 32;

/**
 * Values of a smooth table at the scores `from`, at `to`, which may be the same; `count` is a multiple of 4.
 *
 * Where cells are and what stands in them are loops of their own: so many steps that wait for each other would leave the processor
 * idle in one. And places are read from memory, as getting them out of a vector takes longer.
 *
 * @param start  score at which the first cell starts
 * @param cubics  as `kernel/cubics.ts` puts them: four coefficients a cell, the constant first, then those beyond the last cell
 * @param cells  without what is beyond
 */
export function smoothRow(
  start: f64,
  cellsPerUnit: f64,
  cubics: usize,
  cells: i32,
  from: usize,
  to: usize,
  count: i32,
): void {
  const starts = f64x2.splat(start);
  const scale = f64x2.splat(cellsPerUnit);
  const end = f64x2.splat(<f64>cells);
  const toAddress = f64x2.splat(TO_BYTES + <f64>cubics / CELL_BYTES);
  for (let left = <usize>count << 3; left > 0; ) {
    const bytes = min(left, TOGETHER);
    for (let at: usize = 0; at < bytes; at += 32) {
      const first = placeOf(v128.load(from + at), starts, scale, end);
      const second = placeOf(v128.load(from + at, 16), starts, scale, end);
      const firstCell = f64x2.floor(first);
      const secondCell = f64x2.floor(second);
      v128.store(to + at, f64x2.sub(first, firstCell));
      v128.store(to + at, f64x2.sub(second, secondCell), 16);
      v128.store(PLACES + at, f64x2.add(firstCell, toAddress));
      v128.store(PLACES + at, f64x2.add(secondCell, toAddress), 16);
    }
    for (let at: usize = 0; at < bytes; at += 32) {
      const first = cubicAt(load<u32>(PLACES + at), load<u32>(PLACES + at, 8), v128.load(to + at));
      const second = cubicAt(load<u32>(PLACES + at, 16), load<u32>(PLACES + at, 24), v128.load(to + at, 16));
      v128.store(to + at, first);
      v128.store(to + at, second, 16);
    }
    left -= bytes;
    from += bytes;
    to += bytes;
  }
}

/** In cells from the first. */
// @ts-ignore: decorator
@inline
export function placeOf(score: v128, starts: v128, scale: v128, end: v128): v128 {
  return f64x2.pmin(end, f64x2.pmax(f64x2.splat(0), f64x2.mul(f64x2.sub(score, starts), scale)));
}

/**
 * Of two cubics the values, of each in its lane.
 *
 * @param first  where its coefficients stand
 * @param t  how far into their cells
 */
// @ts-ignore: decorator
@inline
export function cubicAt(first: usize, second: usize, t: v128): v128 {
  const firstLow = v128.load(first);
  const secondLow = v128.load(second);
  const firstHigh = v128.load(first, 16);
  const secondHigh = v128.load(second, 16);
  const cubic = f64x2.mul(t, v128.shuffle<f64>(firstHigh, secondHigh, 1, 3));
  const square = f64x2.mul(t, f64x2.add(v128.shuffle<f64>(firstHigh, secondHigh, 0, 2), cubic));
  const linear = f64x2.mul(t, f64x2.add(v128.shuffle<f64>(firstLow, secondLow, 1, 3), square));
  return f64x2.add(v128.shuffle<f64>(firstLow, secondLow, 0, 2), linear);
}

/** As `smoothRow`, for a table of logarithms. */
export function smoothLogRow(
  start: f64,
  cellsPerUnit: f64,
  cubics: usize,
  cells: i32,
  from: usize,
  to: usize,
  count: i32,
): void {
  smoothRow(start, cellsPerUnit, cubics, cells, from, to, count);
  expRow(to, to, count);
}

/** Outcomes at the scores `from`, at `to`, which may be the same: value i above threshold i - 1, up to threshold i. */
export function stepsRow(values: usize, thresholds: usize, steps: i32, from: usize, to: usize, count: i32): void {
  for (const stop = from + (<usize>count << 3); from < stop; from += 8, to += 8) {
    const score = load<f64>(from);
    let low = 0;
    let high = steps;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const above = load<f64>(thresholds + (<usize>middle << 3)) < score;
      low = select(middle + 1, low, above);
      high = select(high, middle, above);
    }
    store<f64>(to, load<f64>(values + (<usize>low << 3)));
  }
}
