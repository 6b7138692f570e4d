/** `responses/hill.ts` and `adbudg.ts` on a table of draws, as `curves.ts` has the others. */
import { number, powerAt } from './binary';
import { chordEndOf, takeChords } from './chord';
import { BEYOND_WITHIN, exponentsOf, exponentsWithin, LEAST_WITHIN } from './exponents';
import { AT_ONCE, rowOf } from './parameters';
import { one } from './quick';

/** Where amounts are those that `exponentsWithin` takes, slopes up to this one lead to no exponent beyond `withinPowers`. */
const STEEPEST_WITHIN: f64 = 12;

/** Bytes of a row that are worked on together, and room for the steps of their powers. */
const TOGETHER: usize = 1024;
const STEPS: usize = memory.data(1024, 16);

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
  for (let at: usize = 0; at < bytes; at += TOGETHER) {
    const some = min(bytes - at, TOGETHER);
    const least = leastWithin(slopes + at, halves + at, some);
    for (let row = 0, from = at; row < rows; row++, from += stride) {
      const to = value + from;
      const within = exponentsWithin(spend + from, least, logarithms + at, slopes + at, to, STEPS, some);
      if (!within) exponentsOf(spend + from, logarithms + at, slopes + at, to, STEPS, some);
      if (slope == 0) reach(to, ceilings + at, some);
      else reachWithSlope(spend + from, to, slope + from, ceilings + at, slopes + at, some);
      if (within) continue;
      takeChords(spend + from, to, slope == 0 ? 0 : slope + from, some, ceilings + at, slopes + at, halves + at);
    }
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

/** Turns exponents at `value` into values; the chords are not looked at. */
function reach(value: usize, ceilings: usize, bytes: usize): void {
  const a = number(9);
  const b = number(10);
  const c = number(11);
  const shift = number(0);
  const once = one();
  for (let end = value + bytes, steps = STEPS; value < end; value += AT_ONCE, ceilings += AT_ONCE, steps += AT_ONCE) {
    const first = reachedBy(powerAt(steps, v128.load(value), shift, a, b, c), once);
    v128.store(value, f64x2.mul(v128.load(ceilings), first));
    const second = reachedBy(powerAt(steps + 16, v128.load(value, 16), shift, a, b, c), once);
    v128.store(value, f64x2.mul(v128.load(ceilings, 16), second), 16);
    const third = reachedBy(powerAt(steps + 32, v128.load(value, 32), shift, a, b, c), once);
    v128.store(value, f64x2.mul(v128.load(ceilings, 32), third), 32);
    const fourth = reachedBy(powerAt(steps + 48, v128.load(value, 48), shift, a, b, c), once);
    v128.store(value, f64x2.mul(v128.load(ceilings, 48), fourth), 48);
  }
}

/** @param inverse  (k/a)^s */
// @ts-ignore: decorator
@inline
function reachedBy(inverse: v128, once: v128): v128 {
  return f64x2.div(once, f64x2.add(once, inverse));
}

/** The same with slopes. */
function reachWithSlope(spend: usize, value: usize, slope: usize, ceilings: usize, slopes: usize, bytes: usize): void {
  const a = number(9);
  const b = number(10);
  const c = number(11);
  const shift = number(0);
  const once = one();
  for (let at: usize = 0; at < bytes; at += 16) {
    const inverse = powerAt(STEPS + at, v128.load(value + at), shift, a, b, c);
    const reached = reachedBy(inverse, once);
    const ceiling = v128.load(ceilings + at);
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
