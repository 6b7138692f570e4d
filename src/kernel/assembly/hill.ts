/** `responses/hill.ts` and `adbudg.ts` on a table of draws, as `curves.ts` has the others. */
import { quickExp2, quickLog2At, withinPowers } from './binary';
import { AT_ONCE, rowOf } from './parameters';
import { one } from './quick';

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
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    // In loops of their own: so many steps that wait for each other would leave the processor idle in one.
    let onChord = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += AT_ONCE) {
      const first = quickLog2At(spend + at);
      const second = quickLog2At(spend + at + 16);
      const third = quickLog2At(spend + at + 32);
      const fourth = quickLog2At(spend + at + 48);
      onChord = v128.or(onChord, v128.or(isBelow(spend, ends, at), isBelow(spend, ends, at + 16)));
      onChord = v128.or(onChord, v128.or(isBelow(spend, ends, at + 32), isBelow(spend, ends, at + 48)));
      v128.store(value + at, first);
      v128.store(value + at, second, 16);
      v128.store(value + at, third, 32);
      v128.store(value + at, fourth, 48);
    }
    // Quotients of draws while the powers of those after them are made: only one can be in work at a time, and takes long.
    for (let at: usize = 0; at < bytes + AT_ONCE; at += AT_ONCE) {
      if (at < bytes) {
        const first = inverseAt(value, slopes, logarithms, at);
        const second = inverseAt(value, slopes, logarithms, at + 16);
        const third = inverseAt(value, slopes, logarithms, at + 32);
        const fourth = inverseAt(value, slopes, logarithms, at + 48);
        v128.store(value + at, first);
        v128.store(value + at, second, 16);
        v128.store(value + at, third, 32);
        v128.store(value + at, fourth, 48);
      }
      if (at == 0) continue;
      const before = at - AT_ONCE;
      if (slope != 0) reachWithSlope(spend, value, slope, ceilings, steepest, before);
      else reach(value, ceilings, before);
    }
    if (v128.any_true(onChord)) takeChords(spend, value, slope, bytes, chords, ends); // hardly ever is spend that small
    if (slope != 0) slope += stride;
  }
}

// @ts-ignore: decorator
@inline
function isBelow(spend: usize, ends: usize, at: usize): v128 {
  return f64x2.lt(v128.load(spend + at), v128.load(ends + at));
}

/** (k/a)^s of two draws, whose binary logarithms of a stand at `value`. */
// @ts-ignore: decorator
@inline
function inverseAt(value: usize, slopes: usize, logarithms: usize, at: usize): v128 {
  const difference = f64x2.sub(v128.load(logarithms + at), v128.load(value + at));
  return quickExp2(withinPowers(f64x2.mul(v128.load(slopes + at), difference)));
}

// @ts-ignore: decorator
@inline
function reach(value: usize, ceilings: usize, from: usize): void {
  const first = f64x2.div(one(), f64x2.add(one(), v128.load(value + from)));
  const second = f64x2.div(one(), f64x2.add(one(), v128.load(value + from, 16)));
  const third = f64x2.div(one(), f64x2.add(one(), v128.load(value + from, 32)));
  const fourth = f64x2.div(one(), f64x2.add(one(), v128.load(value + from, 48)));
  v128.store(value + from, f64x2.mul(v128.load(ceilings + from), first));
  v128.store(value + from, f64x2.mul(v128.load(ceilings + from, 16), second), 16);
  v128.store(value + from, f64x2.mul(v128.load(ceilings + from, 32), third), 32);
  v128.store(value + from, f64x2.mul(v128.load(ceilings + from, 48), fourth), 48);
}

// @ts-ignore: decorator
@inline
function reachWithSlope(spend: usize, value: usize, slope: usize, ceilings: usize, steepest: usize, from: usize): void {
  for (let at = from; at < from + AT_ONCE; at += 16) {
    const inverse = v128.load(value + at);
    const reached = f64x2.div(one(), f64x2.add(one(), inverse));
    v128.store(value + at, f64x2.mul(v128.load(ceilings + at), reached));
    const rise = f64x2.mul(f64x2.mul(f64x2.mul(v128.load(steepest + at), inverse), reached), reached);
    v128.store(slope + at, f64x2.div(rise, v128.load(spend + at)));
  }
}

function takeChords(spend: usize, value: usize, slope: usize, bytes: usize, chords: usize, ends: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(spend + at);
    const onChord = f64x2.lt(a, v128.load(ends + at));
    const chord = v128.load(chords + at);
    v128.store(value + at, v128.bitselect(f64x2.mul(chord, a), v128.load(value + at), onChord));
    if (slope != 0) v128.store(slope + at, v128.bitselect(chord, v128.load(slope + at), onChord));
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
