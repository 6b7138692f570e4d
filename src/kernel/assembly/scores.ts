/**
 * `random/normal-score.ts`, two words at a time: the same operations in the same order, so the same bits. First words become
 * probabilities, then these scores: places in the table are then read off memory, as getting them out of a vector takes longer.
 */

const CELLS: usize = 128;
const CELL_BYTES: usize = 32;
/** Exponent, as a double has it, of the smallest probability of the table, times 2^32. */
const LEAST_EXPONENT: usize = 1022;

/** Read from memory where they are used: a constant vector would be put together anew each time. */
const NUMBERS: usize = memory.data<f64>([0.5, 1], 16);
const BITS: usize = memory.data<u64>([0x000fffffffffffff, 0x8000000000000000], 16);

/** Stores, for four words, 2^32 times the probability up to them or, with a minus sign, that beyond them, whichever is less. */
// @ts-ignore: decorator
@inline
export function storeProbabilities(words: v128, to: usize): void {
  const upper = i32x4.shr_s(words, 31);
  const below = v128.xor(words, upper);
  const half = v128.load64_splat(NUMBERS);
  const first = f64x2.add(f64x2.convert_low_i32x4_s(below), half);
  const second = f64x2.add(f64x2.convert_low_i32x4_s(v128.shuffle<i32>(below, below, 2, 3, 2, 3)), half);
  v128.store(to, v128.xor(first, i64x2.shl(i64x2.extend_low_i32x4_s(upper), 63)));
  v128.store(to, v128.xor(second, i64x2.shl(i64x2.extend_high_i32x4_s(upper), 63)), 16);
}

/**
 * Turns a row of such probabilities into standard normal scores.
 *
 * @param cubics  where `SCORE_CUBICS` stands
 * @param count  a multiple of 4
 */
export function scoreRow(row: usize, count: i32, cubics: usize): void {
  const table = cubics - LEAST_EXPONENT * CELLS * CELL_BYTES;
  const one = v128.load64_splat(NUMBERS + 8);
  const fraction = v128.load64_splat(BITS);
  const sign = v128.load64_splat(BITS + 8);
  for (const end = row + (<usize>count << 3); row < end; row += 32) {
    const first = scoresAt(row, table, one, fraction, sign);
    const second = scoresAt(row + 16, table, one, fraction, sign);
    v128.store(row, first);
    v128.store(row, second, 16);
  }
}

// @ts-ignore: decorator
@inline
function scoresAt(at: usize, table: usize, one: v128, fraction: v128, sign: v128): v128 {
  // As a double, a probability itself says in which octave, in which cell of it and where in the cell it lies.
  const probability = v128.load(at);
  const t = f64x2.sub(v128.or(v128.and(i64x2.shl(probability, 7), fraction), one), one);
  const first = table + ((load<u32>(at, 4) >> 8) & 0x7fffe0);
  const second = table + ((load<u32>(at, 12) >> 8) & 0x7fffe0);
  const firstHigh = v128.load(first);
  const secondHigh = v128.load(second);
  const firstLow = v128.load(first, 16);
  const secondLow = v128.load(second, 16);
  const cubic = f64x2.mul(v128.shuffle<f64>(firstHigh, secondHigh, 0, 2), t);
  const square = f64x2.mul(f64x2.add(cubic, v128.shuffle<f64>(firstHigh, secondHigh, 1, 3)), t);
  const linear = f64x2.mul(f64x2.add(square, v128.shuffle<f64>(firstLow, secondLow, 0, 2)), t);
  const score = f64x2.add(linear, v128.shuffle<f64>(firstLow, secondLow, 1, 3));
  return v128.xor(score, v128.and(probability, sign));
}
