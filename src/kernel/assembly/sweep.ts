/**
 * `simulate/channel/sweep.ts` on a table of draws: the same operations in the same order, with even and odd draws summed apart,
 * as the plain twin does. Sums are added to pairs of doubles, one pair for each period, from call to call.
 */
import { addWeighted } from './carry';
import { areOneRow } from './fading';
import { AT_ONCE } from './parameters';

/** What a unit is worth: `rows` and `scale` by period. */
// @ts-ignore: decorator
@inline
function addCells(rows: usize, scale: usize, value: usize, t: i32, cells: usize, bytes: usize, offset: usize): void {
  if (load<f64>(scale + (t << 3)) == 0) return;
  addProduct(load<usize>(rows + (t << 2)) + offset, value, cells + (t << 4), bytes);
}

// @ts-ignore: decorator
@inline
function addProduct(a: usize, b: usize, sum: usize, bytes: usize): void {
  let total = v128.load(sum);
  for (let at: usize = 0; at < bytes; at += 16) {
    total = f64x2.add(total, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  }
  v128.store(sum, total);
}

export function sweepFading(
  value: usize,
  slope: usize,
  stride: usize,
  bytes: usize,
  periods: i32,
  tail: i32,
  worth: usize,
  scale: usize,
  arrivals: usize,
  retention: usize,
  ahead: usize,
  cells: usize,
  gradient: usize,
  offset: usize,
): void {
  memory.fill(ahead, 0, bytes);
  const kept = retention + offset;
  for (let t = periods + tail - 1; t >= 0; t--) {
    addCells(worth, scale, value + t * stride, t, cells, bytes, offset);
    const factor = v128.load64_splat(scale + (t << 3));
    const row = load<usize>(worth + (t << 2)) + offset;
    const steep = slope + t * stride;
    if (t >= periods) {
      for (let at: usize = 0; at < bytes; at += 16) v128.store(ahead + at, worked(factor, row, steep, kept, ahead, at));
      continue;
    }
    const arriving = load<usize>(arrivals + (t << 2)) + offset;
    let returned = v128.load(gradient + (t << 4));
    for (let at: usize = 0; at < bytes; at += 16) {
      const here = worked(factor, row, steep, kept, ahead, at);
      v128.store(ahead + at, here);
      returned = f64x2.add(returned, f64x2.mul(here, v128.load(arriving + at)));
    }
    v128.store(gradient + (t << 4), returned);
  }
}

// @ts-ignore: decorator
@inline
function worked(
  factor: v128,
  row: usize,
  steep: usize,
  kept: usize,
  ahead: usize,
  at: usize,
): v128 {
  const worth = f64x2.mul(factor, v128.load(row + at));
  const later = f64x2.mul(v128.load(kept + at), v128.load(ahead + at));
  return f64x2.add(f64x2.mul(worth, v128.load(steep + at)), later);
}

/** Without any carry-over. */
export function sweepNothing(
  value: usize,
  slope: usize,
  stride: usize,
  bytes: usize,
  periods: i32,
  tail: i32,
  worth: usize,
  scale: usize,
  arrivals: usize,
  cells: usize,
  gradient: usize,
  offset: usize,
): void {
  for (let t = 0; t < periods; t++, value += stride, slope += stride) {
    const factor = v128.load64_splat(scale + (t << 3));
    const row = load<usize>(worth + (t << 2)) + offset;
    const arriving = load<usize>(arrivals + (t << 2)) + offset;
    let total = v128.load(cells + (t << 4));
    let returned = v128.load(gradient + (t << 4));
    for (let at: usize = 0; at < bytes; at += 16) {
      const unit = v128.load(row + at);
      total = f64x2.add(total, f64x2.mul(unit, v128.load(value + at)));
      const here = f64x2.mul(f64x2.mul(factor, unit), v128.load(slope + at));
      returned = f64x2.add(returned, f64x2.mul(here, v128.load(arriving + at)));
    }
    v128.store(cells + (t << 4), total);
    v128.store(gradient + (t << 4), returned);
  }
  for (let t = periods; t < periods + tail; t++, value += stride) addCells(worth, scale, value, t, cells, bytes, offset);
}

export function sweepWindow(
  value: usize,
  slope: usize,
  stride: usize,
  bytes: usize,
  periods: i32,
  tail: i32,
  worth: usize,
  scale: usize,
  arrivals: usize,
  weights: usize,
  lagStride: usize,
  lags: i32,
  /** Room for a row for each period of plan and tail, and for one more. */
  room: usize,
  cells: usize,
  gradient: usize,
  offset: usize,
): void {
  for (let t = 0; t < periods + tail; t++) {
    addCells(worth, scale, value + t * stride, t, cells, bytes, offset);
    const factor = v128.load64_splat(scale + (t << 3));
    const row = load<usize>(worth + (t << 2)) + offset;
    const steep = slope + t * stride;
    const to = room + t * stride;
    for (let at: usize = 0; at < bytes; at += 16) {
      const unit = f64x2.mul(factor, v128.load(row + at));
      v128.store(to + at, f64x2.mul(unit, v128.load(steep + at)));
    }
  }
  const returns = room + (periods + tail) * stride;
  const once = f64x2.splat(1);
  for (let t = 0; t < periods; t++) {
    memory.fill(returns, 0, bytes);
    for (let lag = 0; lag <= min(lags, periods + tail - 1 - t); lag++) {
      addWeighted(weights, lagStride, lag, once, room + (t + lag) * stride, returns, bytes, offset);
    }
    addProduct(returns, load<usize>(arrivals + (t << 2)) + offset, gradient + (t << 4), bytes);
  }
}

/** Adds worth times value of all periods to the row `to`, draw by draw. */
export function addValues(
  value: usize,
  stride: usize,
  bytes: usize,
  rows: i32,
  worth: usize,
  scale: usize,
  to: usize,
  offset: usize,
): void {
  const target = to + offset;
  const whole = bytes & ~(AT_ONCE - 1);
  if (areOneRow(worth, rows)) addValuesOfRow(value, stride, whole, rows, load<usize>(worth) + offset, scale, target);
  else addValuesOfRows(value, stride, whole, rows, worth, scale, target, offset);
  for (let at = whole; at < bytes; at += 16) {
    let sum = v128.load(target + at);
    for (let t = 0, from = value + at; t < rows; t++, from += stride) {
      if (load<f64>(scale + (t << 3)) == 0) continue;
      const factor = v128.load64_splat(scale + (t << 3));
      const row = load<usize>(worth + (t << 2)) + offset + at;
      sum = f64x2.add(sum, f64x2.mul(f64x2.mul(factor, v128.load(row)), v128.load(from)));
    }
    v128.store(target + at, sum);
  }
}

/** The same of whole eights of draws. */
function addValuesOfRows(
  value: usize,
  stride: usize,
  whole: usize,
  rows: i32,
  worth: usize,
  scale: usize,
  target: usize,
  offset: usize,
): void {
  // Eight draws at a time go through all periods: their sums then need not be read again.
  for (let at: usize = 0; at < whole; at += AT_ONCE) {
    let a = v128.load(target + at);
    let b = v128.load(target + at, 16);
    let c = v128.load(target + at, 32);
    let d = v128.load(target + at, 48);
    for (let t = 0, from = value + at; t < rows; t++, from += stride) {
      if (load<f64>(scale + (t << 3)) == 0) continue;
      const factor = v128.load64_splat(scale + (t << 3));
      const row = load<usize>(worth + (t << 2)) + offset + at;
      a = f64x2.add(a, f64x2.mul(f64x2.mul(factor, v128.load(row)), v128.load(from)));
      b = f64x2.add(b, f64x2.mul(f64x2.mul(factor, v128.load(row, 16)), v128.load(from, 16)));
      c = f64x2.add(c, f64x2.mul(f64x2.mul(factor, v128.load(row, 32)), v128.load(from, 32)));
      d = f64x2.add(d, f64x2.mul(f64x2.mul(factor, v128.load(row, 48)), v128.load(from, 48)));
    }
    v128.store(target + at, a);
    v128.store(target + at, b, 16);
    v128.store(target + at, c, 32);
    v128.store(target + at, d, 48);
  }
}

/** The same where one row is what all periods are worth, which need not be read again and again either. */
function addValuesOfRow(
  value: usize,
  stride: usize,
  whole: usize,
  rows: i32,
  worth: usize,
  scale: usize,
  target: usize,
): void {
  for (let at: usize = 0; at < whole; at += AT_ONCE) {
    const first = v128.load(worth + at);
    const second = v128.load(worth + at, 16);
    const third = v128.load(worth + at, 32);
    const fourth = v128.load(worth + at, 48);
    let a = v128.load(target + at);
    let b = v128.load(target + at, 16);
    let c = v128.load(target + at, 32);
    let d = v128.load(target + at, 48);
    for (let t = 0, from = value + at; t < rows; t++, from += stride) {
      if (load<f64>(scale + (t << 3)) == 0) continue;
      const factor = v128.load64_splat(scale + (t << 3));
      a = f64x2.add(a, f64x2.mul(f64x2.mul(factor, first), v128.load(from)));
      b = f64x2.add(b, f64x2.mul(f64x2.mul(factor, second), v128.load(from, 16)));
      c = f64x2.add(c, f64x2.mul(f64x2.mul(factor, third), v128.load(from, 32)));
      d = f64x2.add(d, f64x2.mul(f64x2.mul(factor, fourth), v128.load(from, 48)));
    }
    v128.store(target + at, a);
    v128.store(target + at, b, 16);
    v128.store(target + at, c, 32);
    v128.store(target + at, d, 48);
  }
}

/** One line of `raiseToEnvelope` of `simulate/channel/envelope.ts`; its arrays have rows as far apart as the others. */
export function raiseRows(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  bytes: usize,
  rows: i32,
  until: usize,
  base: usize,
  line: usize,
  lift: usize,
): void {
  for (let row = 0; row < rows; row++) {
    for (let k: usize = 0; k < bytes; k += 16) {
      const at = row * stride + k;
      const a = v128.load(spend + at);
      const below = f64x2.lt(a, v128.load(until + at));
      const steep = v128.load(line + at);
      const onLine = f64x2.add(v128.load(base + at), f64x2.mul(steep, a));
      const lifted = f64x2.add(v128.load(value + at), v128.load(lift + at));
      v128.store(value + at, v128.bitselect(onLine, lifted, below));
      v128.store(slope + at, v128.bitselect(steep, v128.load(slope + at), below));
    }
  }
}
