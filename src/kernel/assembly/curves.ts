/**
 * Response curves on a table of draws, row by row, two draws at a time: the arithmetic of the families in `responses/`,
 * in the same order.
 */
import { atLeast, atMost, one, quickExp, quickExpm1, quickLn, quickLog1p } from './quick';

/** The row of a parameter: the host puts addresses of rows, by parameter, where `parameters` points to. */
// @ts-ignore: decorator
@inline
function rowOf(parameters: usize, index: usize, offset: usize): usize {
  return load<usize>(parameters + (index << 2)) + offset;
}

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
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(value + at, v128.load(spend + at));
      v128.store(slope + at, one());
    }
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
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const lost = quickExpm1(atLeast(f64x2.mul(v128.load(spend + at), v128.load(shares + at))));
      v128.store(value + at, f64x2.mul(v128.load(scales + at), f64x2.sub(f64x2.splat(0), lost)));
      v128.store(slope + at, f64x2.add(one(), lost));
    }
  }
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
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(spend + at);
      const half = v128.load(halves + at);
      const average = f64x2.div(half, f64x2.add(half, a));
      v128.store(value + at, f64x2.mul(a, average));
      v128.store(slope + at, f64x2.mul(average, average));
    }
  }
}

export function hillCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const ceilings = rowOf(parameters, 0, offset);
  const slopes = rowOf(parameters, 1, offset);
  const logarithms = rowOf(parameters, 2, offset);
  const steepest = rowOf(parameters, 3, offset);
  const chords = rowOf(parameters, 4, offset);
  const ends = rowOf(parameters, 5, offset);
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    // In two loops: so many steps that wait for each other would leave the processor idle in one.
    for (let at: usize = 0; at < bytes; at += 16) {
      const beyond = f64x2.pmax(v128.load(spend + at), v128.load(ends + at));
      const power = f64x2.mul(v128.load(slopes + at), f64x2.sub(v128.load(logarithms + at), quickLn(beyond)));
      v128.store(value + at, atMost(atLeast(power)));
    }
    for (let at: usize = 0; at < bytes; at += 16) v128.store(value + at, quickExp(v128.load(value + at)));
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(spend + at);
      const end = v128.load(ends + at);
      const beyond = f64x2.pmax(a, end);
      const inverse = v128.load(value + at);
      const share = f64x2.div(one(), f64x2.mul(f64x2.add(one(), inverse), beyond));
      const reached = f64x2.mul(share, beyond);
      const steep = f64x2.mul(f64x2.mul(f64x2.mul(v128.load(steepest + at), inverse), reached), share);
      const reaches = f64x2.mul(v128.load(ceilings + at), reached);
      v128.store(value + at, reaches);
      v128.store(slope + at, steep);
      const onChord = f64x2.lt(a, end);
      if (!v128.any_true(onChord)) continue; // hardly ever is spend that small
      const chord = v128.load(chords + at);
      v128.store(value + at, v128.bitselect(f64x2.mul(chord, a), reaches, onChord));
      v128.store(slope + at, v128.bitselect(chord, steep, onChord));
    }
  }
}

export function adbudgCurve(
  spend: usize,
  value: usize,
  slope: usize,
  stride: usize,
  rows: i32,
  bytes: usize,
  parameters: usize,
  offset: usize,
): void {
  const floors = rowOf(parameters, 0, offset);
  hillCurve(spend, value, slope, stride, rows, bytes, parameters + 4, offset);
  for (let row = 0; row < rows; row++, value += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(value + at, f64x2.add(v128.load(floors + at), v128.load(value + at)));
    }
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
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(spend + at);
      const end = v128.load(ends + at);
      const exponent = v128.load(exponents + at);
      const ratio = f64x2.sub(quickLn(f64x2.pmax(a, end)), v128.load(logarithms + at));
      const average = quickExp(atMost(atLeast(f64x2.mul(f64x2.sub(exponent, one()), ratio))));
      const onChord = f64x2.lt(a, end);
      const chord = v128.load(chords + at);
      v128.store(value + at, f64x2.mul(v128.bitselect(chord, average, onChord), a));
      v128.store(slope + at, v128.bitselect(chord, f64x2.mul(exponent, average), onChord));
    }
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
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const lost = quickExpm1(atLeast(f64x2.mul(v128.load(spend + at), v128.load(shares + at))));
      const left = f64x2.add(one(), lost);
      const share = f64x2.div(one(), f64x2.add(one(), left));
      v128.store(value + at, f64x2.mul(v128.load(scales + at), f64x2.mul(f64x2.sub(f64x2.splat(0), lost), share)));
      const twice = f64x2.add(share, share);
      v128.store(slope + at, f64x2.mul(left, f64x2.mul(twice, twice)));
    }
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
  for (let row = 0; row < rows; row++, spend += stride, value += stride, slope += stride) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = f64x2.mul(v128.load(spend + at), v128.load(shares + at));
      const inverse = f64x2.div(one(), f64x2.add(one(), x));
      v128.store(value + at, f64x2.mul(v128.load(scales + at), quickLog1p(x, inverse)));
      v128.store(slope + at, inverse);
    }
  }
}
