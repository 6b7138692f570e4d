/** `transform` of `distributions/marginal.ts`, two scores at a time: the same operations in the same order. */
import { expRow } from './exp';

/**
 * Added to a whole number below 2^31, it leaves that number in the low bits of the double. Read from memory: a constant
 * vector would be put together anew each time.
 */
const TO_WHOLE: usize = memory.data<f64>([6755399441055744], 16);

/**
 * Values of a smooth table at the scores `from`, at `to`, which may be the same; `count` is even.
 *
 * @param start  score at which the first cell starts
 * @param cubics  four coefficients a cell, the constant first
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
  const last = f64x2.splat(<f64>(cells - 1));
  const stop = from + (<usize>count << 3);
  // Two pairs at a time: they need not wait for each other.
  for (; from + 16 < stop; from += 32, to += 32) {
    const first = cubicAt(v128.load(from), starts, scale, end, last, cubics);
    const second = cubicAt(v128.load(from, 16), starts, scale, end, last, cubics);
    v128.store(to, first);
    v128.store(to, second, 16);
  }
  if (from < stop) v128.store(to, cubicAt(v128.load(from), starts, scale, end, last, cubics));
}

// @ts-ignore: decorator
@inline
function cubicAt(score: v128, starts: v128, scale: v128, end: v128, last: v128, cubics: usize): v128 {
  const place = f64x2.pmin(end, f64x2.pmax(f64x2.splat(0), f64x2.mul(f64x2.sub(score, starts), scale)));
  const cell = f64x2.pmin(last, f64x2.floor(place));
  const t = f64x2.sub(place, cell);
  const whole = f64x2.add(cell, v128.load64_splat(TO_WHOLE));
  const first = cubics + (<usize>i32x4.extract_lane(whole, 0) << 5);
  const second = cubics + (<usize>i32x4.extract_lane(whole, 2) << 5);
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
