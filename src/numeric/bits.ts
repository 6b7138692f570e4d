/**
 * The parts of a double, read by looking at its bits: exact, and the same in every engine.
 *
 * The one word of scratch memory holds nothing between calls. Every host of JavaScript today stores the low half of
 * a double first, which `HIGH` relies on.
 */

const DOUBLE = new Float64Array(1);
const HALVES = new Uint32Array(DOUBLE.buffer);
const HIGH = 1;

/** Exponents of the least and the largest power of two among doubles. */
const LEAST = -1074;
const LARGEST = 1023;
/** Read from a table, because a processor waits for a double that was put together from halves. */
const POWERS_OF_TWO = powersOfTwo();

/** The high half of 1 less that of the square root of 1/2. */
const FROM_ROOT_HALF = 0x3ff00000 - 0x3fe6a09e;

/**
 * Whole k with x times 2^-k in [sqrt(1/2), sqrt(2)], for a positive normal number: the power of two to take out before
 * a series around 1. The ends are kept to within 2^-20.
 */
export function nearestExponent(x: number): number {
  DOUBLE[0] = x;
  return ((HALVES[HIGH]! + FROM_ROOT_HALF) >>> 20) - 1023;
}

/** Whole k with x times 2^-k in [1, 2), for a positive normal number. */
export function exponentOf(x: number): number {
  DOUBLE[0] = x;
  return (HALVES[HIGH]! >>> 20) - 1023;
}

/** Two to the power k, exactly; k a whole number from -1074 to 1023. */
export function powerOfTwo(k: number): number {
  return POWERS_OF_TWO[k - LEAST]!;
}

/** x times two to the power k with one rounding, for |x| in (0.5, 2) and whole k from -1100 to 1024. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * 2 * powerOfTwo(k - 1);
  if (k < -1021) return x * powerOfTwo(k + 128) * powerOfTwo(-128); // the first product is exact
  return x * powerOfTwo(k);
}

/**
 * The rounding error of a product: `a * b - product` exactly, where `product` is `a * b` rounded.
 *
 * Needs |a|, |b| < 2^970 and a product that is not denormal.
 * Source: Dekker, "A floating-point technique for extending the available precision" (1971).
 */
export function productError(a: number, b: number, product: number): number {
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** 2^27 + 1 cuts the 53 bits of a double into two halves of 26. */
const SPLITTER = 134217729;

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(LARGEST - LEAST + 1);
  let power = Number.MIN_VALUE;
  for (let at = 0; at < powers.length; at++, power *= 2) powers[at] = power;
  return powers;
}
