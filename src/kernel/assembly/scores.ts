/** `random/normal-score.ts`, two words at a time: the same operations in the same order, so the same bits. */

const CELLS: i32 = 128;
const CELL_BYTES: i32 = 32;
/** Exponent, as a double has it, of the smallest probability of the table, times 2^32. */
const LEAST_EXPONENT: i32 = 1022;

/** Read from memory where they are used: a constant vector would be put together anew each time. */
const NUMBERS: usize = memory.data<f64>([0.5, 1], 16);
const FRACTION: usize = memory.data<u64>([0x000fffffffffffff], 16);

/**
 * Standard normal scores of the words in the first two lanes.
 *
 * @param cubics  where `SCORE_CUBICS` stands
 */
// @ts-ignore: decorator
@inline
export function scoresOfTwo(words: v128, cubics: usize): v128 {
  const upper = i32x4.shr_s(words, 31);
  // As a double, a probability itself says in which octave, in which cell of it and where in the cell it lies.
  const probability = f64x2.add(f64x2.convert_low_i32x4_s(v128.xor(words, upper)), v128.load64_splat(NUMBERS));
  const one = v128.load64_splat(NUMBERS + 8);
  const fraction = v128.and(i64x2.shl(probability, 7), v128.load64_splat(FRACTION));
  const t = f64x2.sub(v128.or(fraction, one), one);
  const table = cubics - LEAST_EXPONENT * CELLS * CELL_BYTES;
  const first = table + (<usize>(i32x4.extract_lane(probability, 1) >> 13) << 5);
  const second = table + (<usize>(i32x4.extract_lane(probability, 3) >> 13) << 5);
  const firstHigh = v128.load(first);
  const secondHigh = v128.load(second);
  const firstLow = v128.load(first, 16);
  const secondLow = v128.load(second, 16);
  const cubic = f64x2.mul(v128.shuffle<f64>(firstHigh, secondHigh, 0, 2), t);
  const square = f64x2.mul(f64x2.add(cubic, v128.shuffle<f64>(firstHigh, secondHigh, 1, 3)), t);
  const linear = f64x2.mul(f64x2.add(square, v128.shuffle<f64>(firstLow, secondLow, 0, 2)), t);
  const score = f64x2.add(linear, v128.shuffle<f64>(firstLow, secondLow, 1, 3));
  return v128.xor(score, i64x2.shl(i64x2.extend_low_i32x4_s(upper), 63));
}

/** Stores the scores of four words and four others. */
// @ts-ignore: decorator
@inline
export function storeScores(words: v128, others: v128, cubics: usize, to: usize): void {
  const first = scoresOfTwo(words, cubics);
  const second = scoresOfTwo(v128.shuffle<i32>(words, words, 2, 3, 2, 3), cubics);
  const third = scoresOfTwo(others, cubics);
  const fourth = scoresOfTwo(v128.shuffle<i32>(others, others, 2, 3, 2, 3), cubics);
  v128.store(to, first);
  v128.store(to, second, 16);
  v128.store(to, third, 32);
  v128.store(to, fourth, 48);
}
