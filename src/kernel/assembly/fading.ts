/** What is at work where it fades: `carryover/spread.ts` on a table of draws, as `carry.ts` has the others. */
import { AT_ONCE } from './parameters';

/**
 * What is at work keeps its share in `retention`; `to` has rows for the plan's periods and the tail, `stride` apart. Eight draws at
 * a time go through all periods: what is at work then need not be read again.
 */
export function carryFading(
  rows: usize,
  times: usize,
  before: i32,
  periods: i32,
  tail: i32,
  retention: usize,
  to: usize,
  stride: usize,
  bytes: usize,
  offset: usize,
): void {
  if (before == 0 && areOneRow(rows, periods)) {
    carryFadingRow(load<usize>(rows) + offset, times, periods, tail, retention + offset, to, stride, bytes);
    return;
  }
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const kept = retention + offset + at;
    const first = v128.load(kept);
    const second = v128.load(kept, 16);
    const third = v128.load(kept, 32);
    const fourth = v128.load(kept, 48);
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let k = -before, row = to + at; k < periods + tail; k++) {
      a = f64x2.mul(first, a);
      b = f64x2.mul(second, b);
      c = f64x2.mul(third, c);
      d = f64x2.mul(fourth, d);
      if (k < periods) {
        const factor = v128.load64_splat(times + ((before + k) << 3));
        const arriving = load<usize>(rows + ((before + k) << 2)) + offset + at;
        a = f64x2.add(f64x2.mul(factor, v128.load(arriving)), a);
        b = f64x2.add(f64x2.mul(factor, v128.load(arriving, 16)), b);
        c = f64x2.add(f64x2.mul(factor, v128.load(arriving, 32)), c);
        d = f64x2.add(f64x2.mul(factor, v128.load(arriving, 48)), d);
      }
      if (k < 0) continue;
      v128.store(row, a);
      v128.store(row, b, 16);
      v128.store(row, c, 32);
      v128.store(row, d, 48);
      row += stride;
    }
  }
}

/** Whether all of some rows are one, as where periods differ in nothing but scale. */
export function areOneRow(rows: usize, many: i32): bool {
  const first = load<usize>(rows);
  for (let k = 1; k < many; k++) if (load<usize>(rows + (k << 2)) != first) return false;
  return true;
}

/** The same where one row arrives again and again, which need not be read again either. */
function carryFadingRow(
  row: usize,
  times: usize,
  periods: i32,
  tail: i32,
  retention: usize,
  to: usize,
  stride: usize,
  bytes: usize,
): void {
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const first = v128.load(retention + at);
    const second = v128.load(retention + at, 16);
    const third = v128.load(retention + at, 32);
    const fourth = v128.load(retention + at, 48);
    const arrivingFirst = v128.load(row + at);
    const arrivingSecond = v128.load(row + at, 16);
    const arrivingThird = v128.load(row + at, 32);
    const arrivingFourth = v128.load(row + at, 48);
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let out = to + at;
    for (let t = 0; t < periods; t++, out += stride) {
      const factor = v128.load64_splat(times + (t << 3));
      a = f64x2.add(f64x2.mul(factor, arrivingFirst), f64x2.mul(first, a));
      b = f64x2.add(f64x2.mul(factor, arrivingSecond), f64x2.mul(second, b));
      c = f64x2.add(f64x2.mul(factor, arrivingThird), f64x2.mul(third, c));
      d = f64x2.add(f64x2.mul(factor, arrivingFourth), f64x2.mul(fourth, d));
      v128.store(out, a);
      v128.store(out, b, 16);
      v128.store(out, c, 32);
      v128.store(out, d, 48);
    }
    for (let t = 0; t < tail; t++, out += stride) {
      a = f64x2.mul(first, a);
      b = f64x2.mul(second, b);
      c = f64x2.mul(third, c);
      d = f64x2.mul(fourth, d);
      v128.store(out, a);
      v128.store(out, b, 16);
      v128.store(out, c, 32);
      v128.store(out, d, 48);
    }
  }
}
