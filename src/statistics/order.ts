/** Bits of a number that are sorted by at a time: counts of so many values stay in the processor's first cache. */
const DIGIT = 11;
const VALUES = 1 << DIGIT;
/** Digits of the 64 bits of a double, the lowest first. */
const DIGITS = 6;

/**
 * Indices of numbers (none of them NaN) in the order of their values; equal ones in their own order.
 *
 * The bits of doubles, those of negative ones turned over, are in the order of their values as whole numbers are, which are
 * sorted digit by digit: a tenth of the time of comparing.
 */
export function orderOf(values: Float64Array): Uint32Array {
  const { length } = values;
  const [low, high] = wordsOf(values);
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  let sorted = new Uint32Array(length);
  const starts = new Uint32Array(VALUES);
  for (let digit = 0; digit < DIGITS; digit++) {
    const bits = digitsOf(low, high, digit * DIGIT);
    starts.fill(0);
    for (let i = 0; i < length; i++) starts[bits[i]!]! += 1;
    if (starts[bits[0]!] === length) continue;
    for (let value = 0, before = 0; value < VALUES; value++) {
      const own = starts[value]!;
      starts[value] = before;
      before += own;
    }
    for (let k = 0; k < length; k++) {
      const i = order[k]!;
      const value = bits[i]!;
      sorted[starts[value]!] = i;
      starts[value]! += 1;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}

/** The lower and upper 32 bits of what sorts as whole numbers do. */
function wordsOf(values: Float64Array): readonly [Uint32Array, Uint32Array] {
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const [first, second] = LITTLE_ENDIAN ? [0, 1] : [1, 0];
  for (let i = 0; i < values.length; i++) {
    number[0] = values[i]! + 0; // no -0
    const top = words[second]!;
    low[i] = top >>> 31 === 1 ? ~words[first]! : words[first]!;
    high[i] = top >>> 31 === 1 ? ~top : top | 0x80000000;
  }
  return [low, high];
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function digitsOf(low: Uint32Array, high: Uint32Array, from: number): Uint16Array {
  const digits = new Uint16Array(low.length);
  for (let i = 0; i < digits.length; i++) {
    const word =
      from >= 32 ? high[i]! >>> (from - 32) : from === 0 ? low[i]! : (low[i]! >>> from) | (high[i]! << (32 - from));
    digits[i] = word & (VALUES - 1);
  }
  return digits;
}
