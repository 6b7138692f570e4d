/** `numeric/quick-log2.ts` and `numeric/quick-exp2.ts`, two numbers at a time: the same operations in the same order. */

/**
 * Tables that the host fills in: `QUICK_LOG2`, 512 numbers; `QUICK_POWER_OF_2`, 512 numbers, each less what the bits of its step
 * add to it when they are moved to where a double has its exponent.
 */
const LOG2: usize = memory.data(512 * 8, 16);
const POWER: usize = memory.data(512 * 8, 16);

/** Cells of `LOG2` and bytes of one: an inverse, then a logarithm. */
const CELLS: usize = 256;
const CELL_BYTES: usize = 16;
/** Between these powers of two, amounts of money have a table of their own, in which their exponents need not be looked at. */
const FIRST_OCTAVE: i32 = -16;
const LAST_OCTAVE: i32 = 48;
const OCTAVE_BYTES: usize = CELLS * CELL_BYTES;
const OCTAVES: usize = memory.data(64 * 256 * 16, 16);
/** What a double has in place of exponent 0. */
const EXPONENT_OF_1: i32 = 1023;

/** Where the table would begin if it began with the smallest double. */
// @ts-ignore: decorator
@inline
const FROM_NOTHING: usize = OCTAVES - (<usize>(EXPONENT_OF_1 + FIRST_OCTAVE) << 12);

/** Read from memory where they are used: a constant vector would be put together anew each time. */
const NUMBERS: usize = memory.data<f64>(
  [
    13194139533312, // 0: 1.5 * 2^43
    -1000, // 1
    865, // 2
    1, // 3
    4503599627371519, // 4: 2^52 + 1023
    1.4426950408884385, // 5
    -0.7213475204427328, // 6
    0.4808994476570519, // 7
    -0.36067513595216005, // 8
    0.6931471805599453, // 9: ln 2
    0.24022651383852284, // 10
    0.05550411025430559, // 11
  ],
  16,
);
const BITS: usize = memory.data<u64>([0x000fffffffffffff, 0x3ff0000000000000, 0x4330000000000000, 0xff8], 16);

export function quickLog2Table(): usize {
  return LOG2;
}

export function quickPowerOf2Table(): usize {
  return POWER;
}

/** Fills in the table of octaves, once `LOG2` is there: x = 2^k m has the inverse of m's cell over 2^k, and k more than its logarithm. */
export function fillOctaves(): void {
  for (let octave = FIRST_OCTAVE, to = OCTAVES; octave < LAST_OCTAVE; octave++) {
    const share = reinterpret<f64>(<u64>(EXPONENT_OF_1 - octave) << 52);
    for (let cell = LOG2; cell < LOG2 + OCTAVE_BYTES; cell += CELL_BYTES, to += CELL_BYTES) {
      store<f64>(to, load<f64>(cell) * share);
      store<f64>(to, <f64>octave + load<f64>(cell, 8), 8);
    }
  }
}

// @ts-ignore: decorator
@inline
function number(at: usize): v128 {
  return v128.load64_splat(NUMBERS + (at << 3));
}

// @ts-ignore: decorator
@inline
function bits(at: usize): v128 {
  return v128.load64_splat(BITS + (at << 3));
}

/** The least and the first too large number that `quickLog2Within` takes. */
// @ts-ignore: decorator
@inline
export const LEAST_WITHIN: f64 = 1 / <f64>(1 << -FIRST_OCTAVE);
// @ts-ignore: decorator
@inline
export const BEYOND_WITHIN: f64 = <f64>(<u64>1 << LAST_OCTAVE);

/** An exponent, or the nearest to it that `quickExp2` takes for curves. */
// @ts-ignore: decorator
@inline
export function withinPowers(y: v128): v128 {
  return f64x2.pmin(f64x2.pmax(y, number(1)), number(2));
}

/**
 * Of two numbers in memory: cells are looked up by their halves there, as getting these out of a vector takes longer. Of what is
 * not a positive normal number it is any number.
 */
// @ts-ignore: decorator
@inline
export function quickLog2At(at: usize): v128 {
  const x = v128.load(at);
  const first = v128.load(LOG2 + ((load<u32>(at, 4) >> 8) & 0xff0));
  const second = v128.load(LOG2 + ((load<u32>(at, 12) >> 8) & 0xff0));
  return log2Near(x, v128.shuffle<f64>(first, second, 0, 2), v128.shuffle<f64>(first, second, 1, 3));
}

/** The same of numbers from 2^-16 up to 2^48, of others any number, in fewer steps. */
// @ts-ignore: decorator
@inline
export function quickLog2Within(at: usize): v128 {
  const first = v128.load(FROM_NOTHING + ((load<u32>(at, 4) >> 8) & 0xfffff0));
  const second = v128.load(FROM_NOTHING + ((load<u32>(at, 12) >> 8) & 0xfffff0));
  const r = f64x2.sub(f64x2.mul(v128.load(at), v128.shuffle<f64>(first, second, 0, 2)), number(3));
  return f64x2.add(v128.shuffle<f64>(first, second, 1, 3), log2Above(r));
}

// @ts-ignore: decorator
@inline
export function quickLog2(x: v128): v128 {
  const first = v128.load(LOG2 + ((<usize>i32x4.extract_lane(x, 1) >> 8) & 0xff0));
  const second = v128.load(LOG2 + ((<usize>i32x4.extract_lane(x, 3) >> 8) & 0xff0));
  return log2Near(x, v128.shuffle<f64>(first, second, 0, 2), v128.shuffle<f64>(first, second, 1, 3));
}

// @ts-ignore: decorator
@inline
function log2Near(x: v128, inverse: v128, logarithm: v128): v128 {
  const k = f64x2.sub(v128.or(i64x2.shr_u(x, 52), bits(2)), number(4));
  const m = v128.or(v128.and(x, bits(0)), bits(1));
  return f64x2.add(f64x2.add(k, logarithm), log2Above(f64x2.sub(f64x2.mul(m, inverse), number(3))));
}

/** log2(1 + r) for |r| <= 1/512. */
// @ts-ignore: decorator
@inline
function log2Above(r: v128): v128 {
  const inner = f64x2.add(number(7), f64x2.mul(r, number(8)));
  return f64x2.mul(r, f64x2.add(number(5), f64x2.mul(r, f64x2.add(number(6), f64x2.mul(r, inner)))));
}

// @ts-ignore: decorator
@inline
export function quickExp2(y: v128): v128 {
  const shifted = f64x2.add(y, number(0));
  const r = f64x2.sub(y, f64x2.sub(shifted, number(0)));
  const places = v128.and(i64x2.shl(shifted, 3), bits(3));
  const first = <usize>i32x4.extract_lane(places, 0);
  const second = <usize>i32x4.extract_lane(places, 2);
  const step = v128.load_lane<f64>(POWER + second, v128.load64_zero(POWER + first), 1);
  const power = i64x2.add(step, i64x2.shl(shifted, 43));
  const rest = f64x2.mul(r, f64x2.add(number(9), f64x2.mul(r, f64x2.add(number(10), f64x2.mul(r, number(11))))));
  return f64x2.add(power, f64x2.mul(power, rest));
}
