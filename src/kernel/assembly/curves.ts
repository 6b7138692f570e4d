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

/**
 * Bytes of a row that are worked out together before any is stored: constants are then read once for all of them. What
 * stands beyond the end of a row, within the room between rows, is worked out too and not looked at.
 */
const AT_ONCE: usize = 64;

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
    for (let at: usize = 0; at < bytes; at += AT_ONCE) {
      const first = lostOf(v128.load(spend + at), v128.load(shares + at));
      const second = lostOf(v128.load(spend + at, 16), v128.load(shares + at, 16));
      const third = lostOf(v128.load(spend + at, 32), v128.load(shares + at, 32));
      const fourth = lostOf(v128.load(spend + at, 48), v128.load(shares + at, 48));
      v128.store(value + at, brought(v128.load(scales + at), first));
      v128.store(value + at, brought(v128.load(scales + at, 16), second), 16);
      v128.store(value + at, brought(v128.load(scales + at, 32), third), 32);
      v128.store(value + at, brought(v128.load(scales + at, 48), fourth), 48);
      v128.store(slope + at, f64x2.add(one(), first));
      v128.store(slope + at, f64x2.add(one(), second), 16);
      v128.store(slope + at, f64x2.add(one(), third), 32);
      v128.store(slope + at, f64x2.add(one(), fourth), 48);
    }
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
    // In loops of their own: so many steps that wait for each other would leave the processor idle in one.
    for (let at: usize = 0; at < bytes; at += AT_ONCE) {
      const first = exponentOf(v128.load(spend + at), v128.load(ends + at), v128.load(slopes + at), v128.load(logarithms + at));
      const second = exponentOf(v128.load(spend + at, 16), v128.load(ends + at, 16), v128.load(slopes + at, 16), v128.load(logarithms + at, 16));
      const third = exponentOf(v128.load(spend + at, 32), v128.load(ends + at, 32), v128.load(slopes + at, 32), v128.load(logarithms + at, 32));
      const fourth = exponentOf(v128.load(spend + at, 48), v128.load(ends + at, 48), v128.load(slopes + at, 48), v128.load(logarithms + at, 48));
      v128.store(value + at, first);
      v128.store(value + at, second, 16);
      v128.store(value + at, third, 32);
      v128.store(value + at, fourth, 48);
    }
    for (let at: usize = 0; at < bytes; at += AT_ONCE) {
      const first = quickExp(v128.load(value + at));
      const second = quickExp(v128.load(value + at, 16));
      const third = quickExp(v128.load(value + at, 32));
      const fourth = quickExp(v128.load(value + at, 48));
      v128.store(value + at, first);
      v128.store(value + at, second, 16);
      v128.store(value + at, third, 32);
      v128.store(value + at, fourth, 48);
    }
    let onChord = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const a = v128.load(spend + at);
      const end = v128.load(ends + at);
      onChord = v128.or(onChord, f64x2.lt(a, end));
      const beyond = f64x2.pmax(a, end);
      const inverse = v128.load(value + at);
      const share = f64x2.div(one(), f64x2.mul(f64x2.add(one(), inverse), beyond));
      const reached = f64x2.mul(share, beyond);
      v128.store(value + at, f64x2.mul(v128.load(ceilings + at), reached));
      v128.store(slope + at, f64x2.mul(f64x2.mul(f64x2.mul(v128.load(steepest + at), inverse), reached), share));
    }
    if (v128.any_true(onChord)) takeChords(spend, value, slope, bytes, chords, ends); // hardly ever is spend that small
  }
}

/** s ln(k/a) of two draws. */
// @ts-ignore: decorator
@inline
function exponentOf(a: v128, end: v128, slope: v128, logarithm: v128): v128 {
  return atMost(atLeast(f64x2.mul(slope, f64x2.sub(logarithm, quickLn(f64x2.pmax(a, end))))));
}

function takeChords(spend: usize, value: usize, slope: usize, bytes: usize, chords: usize, ends: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(spend + at);
    const onChord = f64x2.lt(a, v128.load(ends + at));
    const chord = v128.load(chords + at);
    v128.store(value + at, v128.bitselect(f64x2.mul(chord, a), v128.load(value + at), onChord));
    v128.store(slope + at, v128.bitselect(chord, v128.load(slope + at), onChord));
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
