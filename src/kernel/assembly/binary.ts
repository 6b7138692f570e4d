/** `numeric/quick-log2.ts` and `numeric/quick-exp2.ts`, two numbers at a time: the same operations in the same order. */

/**
 * Tables that the host fills in: `QUICK_LOG2`, 512 numbers; `QUICK_POWER_OF_2`, 512 numbers, each less what the bits of its step
 * add to it when they are moved to where a double has its exponent.
 */
export const LOG2: usize = memory.data(512 * 8, 16);
const POWER: usize = memory.data(512 * 8, 16);

/** Cells of `LOG2` and bytes of one: an inverse, then a logarithm. */
export const CELLS: usize = 256;
export const CELL_BYTES: usize = 16;

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

/** One of them, in both lanes. */
// @ts-ignore: decorator
@inline
export function number(at: usize): v128 {
  return v128.load64_splat(NUMBERS + (at << 3));
}

// @ts-ignore: decorator
@inline
function bits(at: usize): v128 {
  return v128.load64_splat(BITS + (at << 3));
}

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
  return f64x2.add(f64x2.add(k, logarithm), log2Above(f64x2.sub(f64x2.mul(m, inverse), number(3)), number(5), number(6), number(7), number(8)));
}

/** log2(1 + r) for |r| <= 1/512: its polynomial, whose coefficients are `number(5)` to `number(8)`. */
// @ts-ignore: decorator
@inline
export function log2Above(r: v128, a: v128, b: v128, c: v128, d: v128): v128 {
  const inner = f64x2.add(c, f64x2.mul(r, d));
  return f64x2.mul(r, f64x2.add(a, f64x2.mul(r, f64x2.add(b, f64x2.mul(r, inner)))));
}

// @ts-ignore: decorator
@inline
export function quickExp2(y: v128): v128 {
  const shifted = f64x2.add(y, number(0));
  const r = f64x2.sub(y, f64x2.sub(shifted, number(0)));
  const places = v128.and(i64x2.shl(shifted, 3), bits(3));
  const first = <usize>i32x4.extract_lane(places, 0);
  const second = <usize>i32x4.extract_lane(places, 2);
  return powerNear(powerOf(shifted, first, second), r, number(9), number(10), number(11));
}

/**
 * The same of exponents of which, plus `number(0)`, the sums stand in memory: their halves are read off there.
 *
 * @param shift  `number(0)`
 * @param a, b, c  `number(9)` to `number(11)`
 */
// @ts-ignore: decorator
@inline
export function powerAt(sums: usize, y: v128, shift: v128, a: v128, b: v128, c: v128): v128 {
  const first = (load<u32>(sums) & 0x1ff) << 3;
  const second = (load<u32>(sums, 8) & 0x1ff) << 3;
  const shifted = v128.load(sums);
  const r = f64x2.sub(y, f64x2.sub(shifted, shift));
  return powerNear(powerOf(shifted, first, second), r, a, b, c);
}

/** 2^(n/512), where `shifted` is n/512 + 1.5 · 2^43; its steps stand at `first` and `second` of the table. */
// @ts-ignore: decorator
@inline
function powerOf(shifted: v128, first: usize, second: usize): v128 {
  const step = v128.load_lane<f64>(second, v128.load64_zero(first, POWER), 1, POWER);
  return i64x2.add(step, i64x2.shl(shifted, 43));
}

// @ts-ignore: decorator
@inline
function powerNear(power: v128, r: v128, a: v128, b: v128, c: v128): v128 {
  const rest = f64x2.mul(r, f64x2.add(a, f64x2.mul(r, f64x2.add(b, f64x2.mul(r, c)))));
  return f64x2.add(power, f64x2.mul(power, rest));
}
