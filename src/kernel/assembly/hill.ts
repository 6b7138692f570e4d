/** `responses/hill.ts` and `adbudg.ts` on a table of draws, as `curves.ts` has the others. */
import { BEYOND_WITHIN, LEAST_WITHIN, quickExp2, quickLog2At, quickLog2Within, withinPowers } from './binary';
import { chordEndOf, takeChords } from './chord';
import { AT_ONCE, rowOf } from './parameters';
import { one } from './quick';

/** Where amounts are those that `quickLog2Within` takes, slopes up to this one lead to no exponent beyond `withinPowers`. */
const STEEPEST_WITHIN: f64 = 12;

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
  const halves = rowOf(parameters, 3, offset);
  const least = leastWithin(slopes, halves, bytes);
  for (let row = 0; row < rows; row++, spend += stride, value += stride) {
    if (isWithin(spend, bytes, least)) {
      respond(true, spend, value, slope, bytes, ceilings, slopes, logarithms);
    } else {
      respond(false, spend, value, slope, bytes, ceilings, slopes, logarithms);
      takeChords(spend, value, slope, bytes, ceilings, slopes, halves);
    }
    if (slope != 0) slope += stride;
  }
}

/** Spend from which on no draw takes its chord and all steps are the quick ones; infinite where some parameter rules these out. */
function leastWithin(slopes: usize, halves: usize, bytes: usize): f64 {
  let least = f64x2.splat(LEAST_WITHIN);
  let within = f64x2.eq(least, least);
  for (let at: usize = 0; at < bytes; at += 16) {
    const half = v128.load(halves + at);
    const slope = v128.load(slopes + at);
    least = f64x2.pmax(least, chordEndOf(half, slope));
    within = v128.and(within, f64x2.ge(half, f64x2.splat(LEAST_WITHIN)));
    within = v128.and(within, f64x2.lt(half, f64x2.splat(BEYOND_WITHIN)));
    within = v128.and(within, f64x2.le(slope, f64x2.splat(STEEPEST_WITHIN)));
  }
  return i64x2.all_true(within) ? max(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1)) : Infinity;
}

/** Whether all of a row, and of what is worked out beyond its end, lies from `least` on and below what is too much. */
function isWithin(row: usize, bytes: usize, least: f64): bool {
  let low = v128.load(row);
  let high = low;
  let otherLow = low;
  let otherHigh = low;
  for (const end = row + bytes; row < end; row += AT_ONCE) {
    const first = v128.load(row);
    const second = v128.load(row, 16);
    const third = v128.load(row, 32);
    const fourth = v128.load(row, 48);
    low = f64x2.pmin(f64x2.pmin(low, first), third);
    high = f64x2.pmax(f64x2.pmax(high, first), third);
    otherLow = f64x2.pmin(f64x2.pmin(otherLow, second), fourth);
    otherHigh = f64x2.pmax(f64x2.pmax(otherHigh, second), fourth);
  }
  const enough = f64x2.ge(f64x2.min(low, otherLow), f64x2.splat(least));
  const few = f64x2.lt(f64x2.max(high, otherHigh), f64x2.splat(BEYOND_WITHIN));
  return i64x2.all_true(v128.and(enough, few));
}

/** Value and slope of a row but for its chords. */
// @ts-ignore: decorator
@inline
function respond(
  within: bool,
  spend: usize,
  value: usize,
  slope: usize,
  bytes: usize,
  ceilings: usize,
  slopes: usize,
  logarithms: usize,
): void {
  // In loops of their own: so many steps that wait for each other would leave the processor idle in one.
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const from = spend + at;
    const to = value + at;
    const first = within ? quickLog2Within(from) : quickLog2At(from);
    const second = within ? quickLog2Within(from + 16) : quickLog2At(from + 16);
    const third = within ? quickLog2Within(from + 32) : quickLog2At(from + 32);
    const fourth = within ? quickLog2Within(from + 48) : quickLog2At(from + 48);
    v128.store(to, first);
    v128.store(to, second, 16);
    v128.store(to, third, 32);
    v128.store(to, fourth, 48);
  }
  // Quotients of draws while the powers of those after them are made: only one can be in work at a time, and takes long.
  for (let at: usize = 0; at < bytes + AT_ONCE; at += AT_ONCE) {
    if (at < bytes) {
      const first = inverseAt(within, value, slopes, logarithms, at);
      const second = inverseAt(within, value, slopes, logarithms, at + 16);
      const third = inverseAt(within, value, slopes, logarithms, at + 32);
      const fourth = inverseAt(within, value, slopes, logarithms, at + 48);
      v128.store(value + at, first);
      v128.store(value + at, second, 16);
      v128.store(value + at, third, 32);
      v128.store(value + at, fourth, 48);
    }
    if (at == 0) continue;
    const before = at - AT_ONCE;
    if (slope != 0) reachWithSlope(spend, value, slope, ceilings, slopes, before);
    else reach(value, ceilings, before);
  }
}

/** (k/a)^s of two draws, whose binary logarithms of a stand at `value`. */
// @ts-ignore: decorator
@inline
function inverseAt(within: bool, value: usize, slopes: usize, logarithms: usize, at: usize): v128 {
  const difference = f64x2.sub(v128.load(logarithms + at), v128.load(value + at));
  const exponent = f64x2.mul(v128.load(slopes + at), difference);
  return quickExp2(within ? exponent : withinPowers(exponent));
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
function reachWithSlope(spend: usize, value: usize, slope: usize, ceilings: usize, slopes: usize, from: usize): void {
  for (let at = from; at < from + AT_ONCE; at += 16) {
    const ceiling = v128.load(ceilings + at);
    const inverse = v128.load(value + at);
    const reached = f64x2.div(one(), f64x2.add(one(), inverse));
    v128.store(value + at, f64x2.mul(ceiling, reached));
    const steepest = f64x2.mul(ceiling, v128.load(slopes + at));
    const rise = f64x2.mul(f64x2.mul(f64x2.mul(steepest, inverse), reached), reached);
    v128.store(slope + at, f64x2.div(rise, v128.load(spend + at)));
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
