/**
 * What is at work in each period: `carryover/spread.ts` on a table of draws, row by row, in the same order. `rows` and
 * `times` tell, for the periods before the plan and those of it, where a row stands (its address in 4 bytes) and how
 * often it counts (a double); all rows but those of the result are `offset` bytes further on.
 */

/** Where nothing is kept: only what arrives in a period works in it. */
export function carryNothing(
  rows: usize,
  times: usize,
  periods: i32,
  tail: i32,
  to: usize,
  stride: usize,
  bytes: usize,
  offset: usize,
): void {
  for (let t = 0; t < periods; t++, to += stride) {
    const arriving = load<usize>(rows + (t << 2)) + offset;
    const factor = v128.load64_splat(times + (t << 3));
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(to + at, f64x2.mul(factor, v128.load(arriving + at)));
    }
  }
  for (let t = 0; t < tail; t++, to += stride) memory.fill(to, 0, bytes);
}

/** Weights of lags 0 to `lags`: rows `lagStride` bytes apart, or, where that is 0, one number for all draws of a lag. */
export function carryWindow(
  rows: usize,
  times: usize,
  before: i32,
  periods: i32,
  tail: i32,
  weights: usize,
  lagStride: usize,
  lags: i32,
  to: usize,
  stride: usize,
  bytes: usize,
  offset: usize,
): void {
  for (let t = 0; t < periods + tail; t++, to += stride) {
    memory.fill(to, 0, bytes);
    for (let lag = max(0, t - periods + 1); lag <= min(lags, t + before); lag++) {
      const k = before + t - lag;
      const arriving = load<usize>(rows + (k << 2)) + offset;
      const factor = v128.load64_splat(times + (k << 3));
      addWeighted(weights, lagStride, lag, factor, arriving, to, bytes, offset);
    }
  }
}

/** Adds the weight of a lag, `factor` times, times a row to another. */
// @ts-ignore: decorator
@inline
export function addWeighted(
  weights: usize,
  lagStride: usize,
  lag: i32,
  factor: v128,
  from: usize,
  to: usize,
  bytes: usize,
  offset: usize,
): void {
  if (lagStride == 0) {
    const weight = f64x2.mul(v128.load64_splat(weights + (lag << 3)), factor);
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(weight, v128.load(from + at))));
    }
    return;
  }
  const weight = weights + lag * lagStride + offset;
  for (let at: usize = 0; at < bytes; at += 16) {
    const weighted = f64x2.mul(f64x2.mul(v128.load(weight + at), factor), v128.load(from + at));
    v128.store(to + at, f64x2.add(v128.load(to + at), weighted));
  }
}
