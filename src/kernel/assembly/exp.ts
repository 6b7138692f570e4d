/** `numeric/exp.ts`, two numbers at a time: the same operations in the same order, so the same bits. */
import { POWER, POWER_LOST } from './tables';

const STEPS: i32 = 32;
const LOG2E: f64 = 1.4426950408889634;
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const OVERFLOW: f64 = 709.782712893384;
const UNDERFLOW: f64 = -745.1332191019411;
/** Beyond this e^x may need a power of two that is no normal double, or is no number at all. */
const PLAIN: f64 = 700;
const BEYOND: i32 = 1080 * STEPS;

/** Read from memory where they are used: a constant vector would be put together anew each time. */
const NUMBERS: usize = memory.data<f64>(
  [
    <f64>STEPS * LOG2E, // 0
    <f64>BEYOND + 0.5, // 1
    <f64>BEYOND, // 2
    LN2_HIGH / <f64>STEPS, // 3
    LN2_LOW / <f64>STEPS, // 4
    1 / 2.0, // 5
    1 / 6.0, // 6
    1 / 24.0, // 7
    1 / 120.0, // 8
    1 / 720.0, // 9
    1 / 5040.0, // 10
    PLAIN, // 11
  ],
  16,
);

// @ts-ignore: decorator
@inline
function number(at: usize): v128 {
  return v128.load64_splat(NUMBERS + (at << 3));
}

/** Whether both lanes are where e^x takes no special care. */
// @ts-ignore: decorator
@inline
function isPlain(x: v128): v128 {
  return f64x2.lt(f64x2.abs(x), number(11));
}

/** e to the power of both lanes, which are plain. */
// @ts-ignore: decorator
@inline
function expOfPlain(x: v128): v128 {
  const place = f64x2.add(f64x2.mul(x, number(0)), number(1));
  const whole = i32x4.trunc_sat_f64x2_s_zero(place);
  const n = f64x2.sub(f64x2.convert_low_i32x4_s(whole), number(2));
  const main = f64x2.sub(x, f64x2.mul(n, number(3)));
  // 0 - n·low, as the plain twin subtracts from a low part of 0.
  const rest = f64x2.sub(f64x2.splat(0), f64x2.mul(n, number(4)));
  const r = f64x2.add(main, rest);
  const lost = f64x2.add(f64x2.sub(main, r), rest);
  const j = v128.and(whole, i32x4.splat(STEPS - 1));
  const first = <usize>i32x4.extract_lane(j, 0) << 3;
  const second = <usize>i32x4.extract_lane(j, 1) << 3;
  const power = v128.load_lane<f64>(POWER + second, v128.load64_zero(POWER + first), 1);
  const powerLost = v128.load_lane<f64>(POWER_LOST + second, v128.load64_zero(POWER_LOST + first), 1);
  const square = f64x2.mul(r, r);
  const inner = f64x2.add(f64x2.mul(square, secondOrder(r, square)), lost);
  const sum = f64x2.add(power, f64x2.add(powerLost, f64x2.mul(power, f64x2.add(r, inner))));
  const exponent = i32x4.sub(i32x4.shr_s(whole, 5), i32x4.splat(1080 - 1023));
  return f64x2.mul(sum, i64x2.shl(i64x2.extend_low_i32x4_s(exponent), 52));
}

// @ts-ignore: decorator
@inline
function secondOrder(r: v128, square: v128): v128 {
  const third = f64x2.add(number(9), f64x2.mul(r, number(10)));
  const fourth = f64x2.add(f64x2.add(number(7), f64x2.mul(r, number(8))), f64x2.mul(square, third));
  return f64x2.add(f64x2.add(number(5), f64x2.mul(r, number(6))), f64x2.mul(square, fourth));
}

/** e to the power of both lanes. */
function expOfTwo(x: v128): v128 {
  return i64x2.all_true(isPlain(x)) ? expOfPlain(x) : expApart(x);
}

function expApart(x: v128): v128 {
  return f64x2.replace_lane(f64x2.splat(expOfOne(f64x2.extract_lane(x, 0))), 1, expOfOne(f64x2.extract_lane(x, 1)));
}

/** e to the power x, for any x. */
export function expOfOne(x: f64): f64 {
  if (x != x) return NaN;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const n = <i32>(x * (<f64>STEPS * LOG2E) + (<f64>BEYOND + 0.5)) - BEYOND;
  const main = x - <f64>n * (LN2_HIGH / <f64>STEPS);
  const rest: f64 = 0.0 - <f64>n * (LN2_LOW / <f64>STEPS);
  const r = main + rest;
  const lost = main - r + rest;
  const j = n & (STEPS - 1);
  const power = load<f64>(POWER + (<usize>j << 3));
  const powerLost = load<f64>(POWER_LOST + (<usize>j << 3));
  const square = r * r;
  const second: f64 =
    0.5 + r * (1 / 6.0) + square * (1 / 24.0 + r * (1 / 120.0) + square * (1 / 720.0 + r * (1 / 5040.0)));
  return scaled(power + (powerLost + power * (r + (square * second + lost))), (n - j) >> 5);
}

function scaled(x: f64, k: i32): f64 {
  if (k > 1023) return x * 2 * powerOfTwo(k - 1);
  if (k < -1021) return x * powerOfTwo(k + 128) * powerOfTwo(-128);
  return x * powerOfTwo(k);
}

function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>(<u64>(k + 1023) << 52);
}

/** Fills `count` numbers (even) at `to` with e to the power of those at `from`, which may be the same. */
export function expRow(from: usize, to: usize, count: i32): void {
  const end = from + (<usize>count << 3);
  // Two pairs at a time: they need not wait for each other.
  for (; from + 16 < end; from += 32, to += 32) {
    const x = v128.load(from);
    const y = v128.load(from, 16);
    if (i64x2.all_true(v128.and(isPlain(x), isPlain(y)))) {
      const first = expOfPlain(x);
      const second = expOfPlain(y);
      v128.store(to, first);
      v128.store(to, second, 16);
    } else {
      v128.store(to, expOfTwo(x));
      v128.store(to, expOfTwo(y), 16);
    }
  }
  if (from < end) v128.store(to, expOfTwo(v128.load(from)));
}
