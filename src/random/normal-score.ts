import { normalDensity, normalQuantile } from '../numeric/normal.ts';

/**
 * The standard normal score of (word + 1/2) / 2^32, for a 32-bit `word`: the z below which a standard normal falls
 * with that probability. Increasing in `word`; the scores of `word` and 2^32 - 1 - `word` differ only in sign, and none
 * is farther out than 6.34.
 *
 * A cubic on each of 128 cells per octave of the probability, with the true value and slope at both ends: within 4e-11
 * of `normalQuantile`, in a tenth of its time.
 */
export function normalScore(word: number): number {
  const upper = word >= HALF;
  const probability = 2 * (upper ? LARGEST - word : word) + 1; // times 2^33, exactly; below one half
  const leadingZeros = Math.clz32(probability);
  const aligned = probability << leadingZeros;
  const cell = (31 - leadingZeros) * CELLS + ((aligned >>> FRACTION_BITS) & (CELLS - 1));
  const t = (aligned & FRACTION_MASK) * FRACTION_UNIT;
  const at = 4 * cell;
  const score =
    ((SCORE_CUBICS[at]! * t + SCORE_CUBICS[at + 1]!) * t + SCORE_CUBICS[at + 2]!) * t + SCORE_CUBICS[at + 3]!;
  return upper ? -score : score;
}

const HALF = 0x80000000;
const LARGEST = 0xffffffff;
const OCTAVES = 32;
const CELLS = 128;
const FRACTION_BITS = 24; // what is left of 31 bits after the 7 that choose the cell
const FRACTION_MASK = 0xffffff;
const FRACTION_UNIT = 1 / 0x1000000;

/** Coefficients, from the highest power down, of the cubic on each cell as a function of t from 0 to 1. */
export const SCORE_CUBICS = cubics();

function cubics(): Float64Array {
  const coefficients = new Float64Array(4 * OCTAVES * CELLS);
  let width = 1 / CELLS / 0x200000000; // of a cell of the first octave, which starts at probability 2^-33
  let right = normalQuantile(CELLS * width);
  let rightDensity = normalDensity(right);
  for (let octave = 0; octave < OCTAVES; octave++) {
    for (let cell = 0; cell < CELLS; cell++) {
      const left = right;
      const leftDensity = rightDensity;
      right = normalQuantile((CELLS + cell + 1) * width);
      rightDensity = normalDensity(right);
      const leftSlope = width / leftDensity;
      const rightSlope = width / rightDensity;
      const rise = right - left;
      coefficients.set(
        [leftSlope + rightSlope - 2 * rise, 3 * rise - 2 * leftSlope - rightSlope, leftSlope, left],
        4 * (octave * CELLS + cell),
      );
    }
    width *= 2;
  }
  return coefficients;
}
