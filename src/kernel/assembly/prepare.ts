/**
 * What curves first work out of their parameters: `prepare` of the families in `responses/`, two draws at a time, the same
 * operations in the same order. `rows` is a table of addresses: of the parameters, then of the rows to be made.
 */
import { quickExp2, quickLog2, quickLog2At } from './binary';

// @ts-ignore: decorator
@inline
function rowAt(rows: usize, index: usize): usize {
  return load<usize>(rows + (index << 2));
}

export function prepareExponential(rows: usize, count: i32): void {
  const scales = rowAt(rows, 0);
  const same = rowAt(rows, 1);
  const shares = rowAt(rows, 2);
  const end = <usize>((count + 1) >> 1) << 4;
  for (let at: usize = 0; at < end; at += 16) {
    const scale = v128.load(scales + at);
    v128.store(same + at, scale);
    v128.store(shares + at, f64x2.div(f64x2.splat(-1), scale));
  }
}

/** Bytes that are worked out together: beyond the end of a row there is room for them, which is not looked at. */
const AT_ONCE: usize = 32;

/** Ceilings and binary logarithms of half saturations. */
export function prepareHill(rows: usize, count: i32): void {
  const halves = rowAt(rows, 0);
  const slopes = rowAt(rows, 1);
  const ceilings = rowAt(rows, 2);
  const logarithms = rowAt(rows, 3);
  const bytes = <usize>((count + 1) >> 1) << 4;
  // In loops of their own, two pairs at a time: so many steps that wait for each other would leave the processor idle in one.
  fillLogarithms(halves, logarithms, bytes);
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const first = bestExponent(v128.load(slopes + at));
    const second = bestExponent(v128.load(slopes + at, 16));
    v128.store(ceilings + at, first);
    v128.store(ceilings + at, second, 16);
  }
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const first = ceilingOf(v128.load(halves + at), v128.load(slopes + at), v128.load(ceilings + at));
    const second = ceilingOf(v128.load(halves + at, 16), v128.load(slopes + at, 16), v128.load(ceilings + at, 16));
    v128.store(ceilings + at, first);
    v128.store(ceilings + at, second, 16);
  }
}

/** Binary logarithms of half saturations alone, where the ceilings are known. */
export function prepareHillBelow(rows: usize, count: i32): void {
  fillLogarithms(rowAt(rows, 0), rowAt(rows, 2), <usize>((count + 1) >> 1) << 4);
}

function fillLogarithms(halves: usize, logarithms: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const first = quickLog2At(halves + at);
    const second = quickLog2At(halves + at + 16);
    v128.store(logarithms + at, first);
    v128.store(logarithms + at, second, 16);
  }
}

/** Binary logarithm of what the best average has of the ceiling and the slope; 0 for slopes up to 1. */
// @ts-ignore: decorator
@inline
function bestExponent(slope: v128): v128 {
  const one = f64x2.splat(1);
  const bent = f64x2.gt(slope, one);
  const beyond = f64x2.sub(slope, one);
  const logarithm = quickLog2(v128.bitselect(beyond, one, bent));
  return v128.and(f64x2.mul(f64x2.div(f64x2.neg(beyond), slope), logarithm), bent);
}

// @ts-ignore: decorator
@inline
function ceilingOf(half: v128, slope: v128, exponent: v128): v128 {
  const best = f64x2.mul(f64x2.mul(half, slope), quickExp2(exponent));
  return v128.bitselect(best, half, f64x2.gt(slope, f64x2.splat(1)));
}
