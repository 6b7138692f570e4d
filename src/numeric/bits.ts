/**
 * The parts of a double, read and made by looking at its bits: exact, and the same in every engine.
 *
 * The one word of scratch memory holds nothing between calls. Every host of JavaScript today stores the low half of
 * a double first, which `HIGH` relies on.
 */

const DOUBLE = new Float64Array(1);
const HALVES = new Uint32Array(DOUBLE.buffer);
const LOW = 0;
const HIGH = 1;

/** A positive normal number is `fractionOf(x)` times two to the power `exponentOf(x)`. */
export function exponentOf(x: number): number {
  DOUBLE[0] = x;
  return (HALVES[HIGH]! >>> 20) - 1023;
}

/** The fraction in [1, 2) of a positive normal number. */
export function fractionOf(x: number): number {
  DOUBLE[0] = x;
  HALVES[HIGH] = (HALVES[HIGH]! & 0xfffff) | 0x3ff00000;
  return DOUBLE[0];
}

/** Two to the power k, exactly; k a whole number from -1022 to 1023. */
export function powerOfTwo(k: number): number {
  HALVES[LOW] = 0;
  HALVES[HIGH] = (k + 1023) << 20;
  return DOUBLE[0]!;
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
