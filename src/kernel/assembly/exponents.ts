/**
 * s · log2(k/a) of rows of draws, by `numeric/quick-log2.ts`, and the step of `numeric/quick-exp2.ts` that it lies next to: the same
 * operations in the same order.
 */
import { CELL_BYTES, CELLS, LOG2, log2Above, number, quickLog2At, withinPowers } from './binary';
import { AT_ONCE } from './parameters';

/** Between these powers of two, amounts of money have a table of their own, in which their exponents need not be looked at. */
const FIRST_OCTAVE: i32 = -16;
const LAST_OCTAVE: i32 = 48;
const OCTAVE_BYTES: usize = CELLS * CELL_BYTES;
const OCTAVES: usize = memory.data(64 * 256 * 16, 16);
/** An octave stands where the lowest six bits of a double's exponent say; after them come the bits of a cell. */
const PLACE: u32 = 0x3fff0;
/** What a double has in place of exponent 0. */
const EXPONENT_OF_1: i32 = 1023;

/** The least and the first too large amount that this table has. */
// @ts-ignore: decorator
@inline
export const LEAST_WITHIN: f64 = 1 / <f64>(1 << -FIRST_OCTAVE);
// @ts-ignore: decorator
@inline
export const BEYOND_WITHIN: f64 = <f64>(<u64>1 << LAST_OCTAVE);

/** Fills in the table of octaves, once `LOG2` is there: x = 2^k m has the inverse of m's cell over 2^k, and k more than its logarithm. */
export function fillOctaves(): void {
  for (let octave = FIRST_OCTAVE; octave < LAST_OCTAVE; octave++) {
    const share = reinterpret<f64>(<u64>(EXPONENT_OF_1 - octave) << 52);
    let to = OCTAVES + <usize>((EXPONENT_OF_1 + octave) & 63) * OCTAVE_BYTES;
    for (let cell = LOG2; cell < LOG2 + OCTAVE_BYTES; cell += CELL_BYTES, to += CELL_BYTES) {
      store<f64>(to, load<f64>(cell) * share);
      store<f64>(to, <f64>octave + load<f64>(cell, 8), 8);
    }
  }
}

/**
 * Fills `exponents` and `steps` with what `powerAt` of `binary.ts` makes powers of, if all amounts, and those beyond the end of the row
 * that are worked out, lie from `least` on and in the table; whether they do. Otherwise what is filled in is any numbers.
 *
 * @param least  no less than `LEAST_WITHIN`
 * @param logarithms  of k, and `slopes`: no exponent may be beyond `withinPowers`
 */
export function exponentsWithin(
  amounts: usize,
  least: f64,
  logarithms: usize,
  slopes: usize,
  exponents: usize,
  steps: usize,
  bytes: usize,
): bool {
  // Constants are read once, and each pair of draws is stored before the next is read: so all stay in the processor's registers.
  const a = number(5);
  const b = number(6);
  const c = number(7);
  const d = number(8);
  const once = number(3);
  const shift = number(0);
  let low = v128.load(amounts);
  let high = low;
  if (!(f64x2.extract_lane(low, 0) >= least)) return false;
  for (const end = amounts + bytes; amounts < end; amounts += AT_ONCE) {
    const first = v128.load(amounts);
    low = f64x2.pmin(low, first);
    high = f64x2.pmax(high, first);
    storeExponent(logarithmWithin(first, amounts, once, a, b, c, d), logarithms, slopes, shift, exponents, steps);
    const second = v128.load(amounts, 16);
    low = f64x2.pmin(low, second);
    high = f64x2.pmax(high, second);
    const secondLog = logarithmWithin(second, amounts + 16, once, a, b, c, d);
    storeExponent(secondLog, logarithms + 16, slopes + 16, shift, exponents + 16, steps + 16);
    const third = v128.load(amounts, 32);
    low = f64x2.pmin(low, third);
    high = f64x2.pmax(high, third);
    const thirdLog = logarithmWithin(third, amounts + 32, once, a, b, c, d);
    storeExponent(thirdLog, logarithms + 32, slopes + 32, shift, exponents + 32, steps + 32);
    const fourth = v128.load(amounts, 48);
    low = f64x2.pmin(low, fourth);
    high = f64x2.pmax(high, fourth);
    const fourthLog = logarithmWithin(fourth, amounts + 48, once, a, b, c, d);
    storeExponent(fourthLog, logarithms + 48, slopes + 48, shift, exponents + 48, steps + 48);
    logarithms += AT_ONCE;
    slopes += AT_ONCE;
    exponents += AT_ONCE;
    steps += AT_ONCE;
  }
  const enough = f64x2.ge(low, f64x2.splat(least));
  const few = f64x2.lt(high, f64x2.splat(BEYOND_WITHIN));
  return i64x2.all_true(v128.and(enough, few));
}

/** Of two amounts in the table; they also stand in memory, as getting their halves out of a vector takes longer. */
// @ts-ignore: decorator
@inline
function logarithmWithin(x: v128, at: usize, once: v128, a: v128, b: v128, c: v128, d: v128): v128 {
  const first = v128.load((load<u32>(at, 4) >> 8) & PLACE, OCTAVES);
  const second = v128.load((load<u32>(at, 12) >> 8) & PLACE, OCTAVES);
  const r = f64x2.sub(f64x2.mul(x, v128.shuffle<f64>(first, second, 0, 2)), once);
  return f64x2.add(v128.shuffle<f64>(first, second, 1, 3), log2Above(r, a, b, c, d));
}

// @ts-ignore: decorator
@inline
function storeExponent(logarithm: v128, logarithms: usize, slopes: usize, shift: v128, exponents: usize, steps: usize): void {
  storeWithStep(exponentOf(logarithm, logarithms, slopes), shift, exponents, steps);
}

// @ts-ignore: decorator
@inline
function exponentOf(logarithm: v128, logarithms: usize, slopes: usize): v128 {
  return f64x2.mul(v128.load(slopes), f64x2.sub(v128.load(logarithms), logarithm));
}

// @ts-ignore: decorator
@inline
function storeWithStep(exponent: v128, shift: v128, exponents: usize, steps: usize): void {
  v128.store(steps, f64x2.add(exponent, shift));
  v128.store(exponents, exponent);
}

/** The same of any amounts. */
export function exponentsOf(
  amounts: usize,
  logarithms: usize,
  slopes: usize,
  exponents: usize,
  steps: usize,
  bytes: usize,
): void {
  const shift = number(0);
  // In loops of their own: so many steps that wait for each other would leave the processor idle in one.
  for (let at: usize = 0; at < bytes; at += AT_ONCE) {
    const first = quickLog2At(amounts + at);
    const second = quickLog2At(amounts + at + 16);
    const third = quickLog2At(amounts + at + 32);
    const fourth = quickLog2At(amounts + at + 48);
    v128.store(exponents + at, first);
    v128.store(exponents + at, second, 16);
    v128.store(exponents + at, third, 32);
    v128.store(exponents + at, fourth, 48);
  }
  for (let at: usize = 0; at < bytes; at += 16) {
    const exponent = exponentOf(v128.load(exponents + at), logarithms + at, slopes + at);
    storeWithStep(withinPowers(exponent), shift, exponents + at, steps + at);
  }
}
