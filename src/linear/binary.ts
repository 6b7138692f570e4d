/** Binary exponents, read from the bits of a number: the logarithm of `Math` is not the same in every engine. */

/** Per number, e with 2^e ≤ |number| < 2^(e+1); -Infinity for zero and Infinity for infinite ones. */
export function binaryExponents(numbers: Float64Array): Float64Array {
  const bits = new DataView(new ArrayBuffer(8));
  return numbers.map((number) => {
    if (number === 0) return -Infinity;
    if (!Number.isFinite(number)) return Infinity;
    bits.setFloat64(0, number);
    return ((bits.getUint16(0) >> 4) & 0x7ff) - 1023;
  });
}

/** 2 to the exponent rounded to a whole number, exactly; within `most` bits of 1. */
export function powerOfTwo(exponent: number, most: number): number {
  const whole = Math.min(Math.max(Math.round(exponent), -most), most);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint16(0, (whole + 1023) << 4);
  return bits.getFloat64(0);
}
