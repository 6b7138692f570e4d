/** `numeric/quick-exp.ts` and `numeric/quick-ln.ts`, two numbers at a time: the same operations in the same order. */

/** Tables that the host fills in: `QUICK_POWER`, 256 numbers; `QUICK_LN`, 514. */
const POWER: usize = memory.data(256 * 8, 16);
const LN: usize = memory.data(514 * 8, 16);

/** Read from memory where they are used: a constant vector would be put together anew each time. */
const NUMBERS: usize = memory.data<f64>(
  [
    369.3299304675746, // 0: 256 / ln 2
    6755399441055744, // 1: 1.5 * 2^52
    0.0027076061740622863, // 2: ln 2 / 256
    0.00270760617331689, // 3: its high part
    7.453964567463233e-13, // 4: its low part
    -700, // 5
    600, // 6
    1, // 7
    1 / 2.0, // 8
    1 / 6.0, // 9
    1 / 24.0, // 10
    4503599627371519, // 11: 2^52 + 1023
    0.6931471805599453, // 12: ln 2
    1 / 3.0, // 13
    1 / 4.0, // 14
    1 / 5.0, // 15
  ],
  16,
);
const BITS: usize = memory.data<u64>([0x000fffffffffffff, 0x3ff0000000000000, 0x4330000000000000, 255, 0x80000000000], 16);

export function quickPowerTable(): usize {
  return POWER;
}

export function quickLnTable(): usize {
  return LN;
}

// @ts-ignore: decorator
@inline
function number(at: usize): v128 {
  return v128.load64_splat(NUMBERS + (at << 3));
}

/** 1 in both lanes. */
// @ts-ignore: decorator
@inline
export function one(): v128 {
  return number(7);
}

/** x, or the least number that the quick exponentials take. */
// @ts-ignore: decorator
@inline
export function atLeast(x: v128): v128 {
  return f64x2.pmax(x, number(5));
}

/** x, or the largest exponent whose power can still be multiplied by an amount of money. */
// @ts-ignore: decorator
@inline
export function atMost(x: v128): v128 {
  return f64x2.pmin(x, number(6));
}

// @ts-ignore: decorator
@inline
function bits(at: usize): v128 {
  return v128.load64_splat(BITS + (at << 3));
}

/** 2^(n/256), where `shifted` is n + 1.5 · 2^52. */
// @ts-ignore: decorator
@inline
function powerAt(shifted: v128): v128 {
  const place = v128.and(shifted, bits(3));
  const first = <usize>i32x4.extract_lane(place, 0) << 3;
  const second = <usize>i32x4.extract_lane(place, 2) << 3;
  const power = v128.load_lane<f64>(POWER + second, v128.load64_zero(POWER + first), 1);
  return i64x2.add(power, i64x2.shl(v128.andnot(shifted, bits(3)), 44));
}

// @ts-ignore: decorator
@inline
function oneLess(r: v128): v128 {
  const rest = f64x2.add(number(9), f64x2.mul(r, number(10)));
  return f64x2.add(r, f64x2.mul(f64x2.mul(r, r), f64x2.add(number(8), f64x2.mul(r, rest))));
}

// @ts-ignore: decorator
@inline
export function quickExp(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, number(0)), number(1));
  const power = powerAt(shifted);
  const n = f64x2.sub(shifted, number(1));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, number(3))), f64x2.mul(n, number(4)));
  return f64x2.add(power, f64x2.mul(power, oneLess(r)));
}

// @ts-ignore: decorator
@inline
export function quickExpm1(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, number(0)), number(1));
  const power = powerAt(shifted);
  const r = f64x2.sub(x, f64x2.mul(f64x2.sub(shifted, number(1)), number(2)));
  return f64x2.add(f64x2.sub(power, number(7)), f64x2.mul(power, oneLess(r)));
}

// @ts-ignore: decorator
@inline
export function quickLn(x: v128): v128 {
  const k = f64x2.sub(v128.or(i64x2.shr_u(x, 52), bits(2)), number(11));
  const fraction = v128.and(x, bits(0));
  const m = v128.or(fraction, bits(1));
  const place = i64x2.shr_u(i64x2.add(fraction, bits(4)), 40);
  const first = v128.load(LN + (<usize>i32x4.extract_lane(place, 0) & 0x1ff0));
  const second = v128.load(LN + (<usize>i32x4.extract_lane(place, 2) & 0x1ff0));
  const inverse = v128.shuffle<f64>(first, second, 0, 2);
  const logarithm = v128.shuffle<f64>(first, second, 1, 3);
  const r = f64x2.sub(f64x2.mul(m, inverse), number(7));
  const inner = f64x2.add(number(13), f64x2.mul(r, f64x2.sub(f64x2.mul(r, number(15)), number(14))));
  const rest = f64x2.sub(f64x2.mul(r, inner), number(8));
  const near = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), rest));
  return f64x2.add(f64x2.mul(k, number(12)), f64x2.add(logarithm, near));
}

/** ln(1 + x), given `inverse` = 1 / (1 + x). */
// @ts-ignore: decorator
@inline
export function quickLog1p(x: v128, inverse: v128): v128 {
  const sum = f64x2.add(one(), x);
  const added = f64x2.sub(sum, one());
  const lost = f64x2.add(f64x2.sub(one(), f64x2.sub(sum, added)), f64x2.sub(x, added));
  return f64x2.add(quickLn(sum), f64x2.mul(lost, inverse));
}
