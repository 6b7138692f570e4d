/**
 * Response curves on a table of draws, row by row, two draws at a time: the arithmetic of the families in `responses/`,
 * in the same order. Where `slope` is 0 it is not asked for.
 */
import { quickExp2, quickLog2, withinPowers } from './binary';
import { AT_ONCE, rowOf } from './parameters';
import { atLeast, one, quickExpm1, quickLog1p } from './quick';

export function linearCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  _parameters: usize,
  _offset: usize,
): void {
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(value + at, v128.load(spend + at));
      if (slope != 0) v128.store(slope + at, one());
    }
    if (slope != 0) slope += stride;
  }
}

export function exponentialCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const scales = rowOf(parameters, 0, offset);
  const shares = rowOf(parameters, 1, offset);
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    for (let at: usize = 0; at < bytes; at += AT_ONCE) {
      const first = lostOf(v128.load(spend + at), v128.load(shares + at));
      const second = lostOf(v128.load(spend + at, 16), v128.load(shares + at, 16));
      const third = lostOf(v128.load(spend + at, 32), v128.load(shares + at, 32));
      const fourth = lostOf(v128.load(spend + at, 48), v128.load(shares + at, 48));
      v128.store(value + at, brought(v128.load(scales + at), first));
      v128.store(value + at, brought(v128.load(scales + at, 16), second), 16);
      v128.store(value + at, brought(v128.load(scales + at, 32), third), 32);
      v128.store(value + at, brought(v128.load(scales + at, 48), fourth), 48);
      if (slope == 0) continue;
      v128.store(slope + at, f64x2.add(one(), first));
      v128.store(slope + at, f64x2.add(one(), second), 16);
      v128.store(slope + at, f64x2.add(one(), third), 32);
      v128.store(slope + at, f64x2.add(one(), fourth), 48);
    }
    if (slope != 0) slope += stride;
  }
}

/** e^(-a/k) - 1 of two draws. */
// @ts-ignore: decorator
@inline
function lostOf(a: v128, share: v128): v128 {
  return quickExpm1(atLeast(f64x2.mul(a, share)));
}

// @ts-ignore: decorator
@inline
function brought(scale: v128, lost: v128): v128 {
  return f64x2.mul(scale, f64x2.sub(f64x2.splat(0), lost));
}

export function michaelisMentenCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const halves = rowOf(parameters, 0, offset);
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(spend + at);
      const half = v128.load(halves + at);
      const average = f64x2.div(half, f64x2.add(half, a));
      v128.store(value + at, f64x2.mul(a, average));
      if (slope != 0) v128.store(slope + at, f64x2.mul(average, average));
    }
    if (slope != 0) slope += stride;
  }
}

export function powerCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const exponents = rowOf(parameters, 0, offset);
  const logarithms = rowOf(parameters, 1, offset);
  const chords = rowOf(parameters, 2, offset);
  const ends = rowOf(parameters, 3, offset);
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(spend + at);
      const end = v128.load(ends + at);
      const exponent = v128.load(exponents + at);
      const ratio = f64x2.sub(quickLog2(f64x2.pmax(a, end)), v128.load(logarithms + at));
      const average = quickExp2(withinPowers(f64x2.mul(f64x2.sub(exponent, one()), ratio)));
      const onChord = f64x2.lt(a, end);
      const chord = v128.load(chords + at);
      v128.store(value + at, f64x2.mul(v128.bitselect(chord, average, onChord), a));
      if (slope != 0) v128.store(slope + at, v128.bitselect(chord, f64x2.mul(exponent, average), onChord));
    }
    if (slope != 0) slope += stride;
  }
}

export function tanhCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const scales = rowOf(parameters, 0, offset);
  const shares = rowOf(parameters, 1, offset);
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const lost = quickExpm1(atLeast(f64x2.mul(v128.load(spend + at), v128.load(shares + at))));
      const left = f64x2.add(one(), lost);
      const share = f64x2.div(one(), f64x2.add(one(), left));
      v128.store(value + at, f64x2.mul(v128.load(scales + at), f64x2.mul(f64x2.sub(f64x2.splat(0), lost), share)));
      const twice = f64x2.add(share, share);
      if (slope != 0) v128.store(slope + at, f64x2.mul(left, f64x2.mul(twice, twice)));
    }
    if (slope != 0) slope += stride;
  }
}

export function logCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const scales = rowOf(parameters, 0, offset);
  const shares = rowOf(parameters, 1, offset);
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = f64x2.mul(v128.load(spend + at), v128.load(shares + at));
      const inverse = f64x2.div(one(), f64x2.add(one(), x));
      v128.store(value + at, f64x2.mul(v128.load(scales + at), quickLog1p(x, inverse)));
      if (slope != 0) v128.store(slope + at, inverse);
    }
    if (slope != 0) slope += stride;
  }
}
