import { normalDensity } from '../numeric/normal.ts';
import { valueIn } from './cells.ts';
import type { Law } from './law.ts';
import type { HeavyTail, SmoothTable } from './marginal-table.ts';

/** Normal score of what four values in five lie below: lower, the noise of rare values comes into the bulk; higher, a few bear it all. */
const START = 0.8416212335729143;
/** Normal score beyond which one of 1,024 evenly spread draws lies, and how likely that is. */
const RARE = { score: 3.097269078198784, probability: 1 / 1024 };
/**
 * How many plain draws one of 1,024 evenly spread draws stands for in the mean, as its rarest values allow: of a tail that is heavy.
 * With more, matching gains little; with fewer, what has to be made up for is more than a twentieth of the tail, and would bend it.
 */
const HEAVY_WORTH = { least: 10, most: 100 };
/** Scores beyond which the table is not looked at. */
const REACH = 8.3;
/** Scores from one look at the table to the next: with half of it no worth changes by more than a hundredth. */
const STEPS = { all: 1 / 4, rare: 1 / 8 };

/**
 * The tail of a law of what cannot be below 0 and can be as large as one likes, if it is heavy and its mean and standard deviation
 * exist. How heavy it is shows in the one of 1,024 evenly spread draws that lies in its outermost thousandth: their mean is
 * known no better than that draw. A lognormal law is heavy with a sigma from 0.83 to 1.37.
 *
 * @param table  of the law
 */
export function heavyTail(law: Law, table: SmoothTable): HeavyTail | undefined {
  if (!(law.support[0] >= 0 && law.support[1] === Infinity)) return undefined;
  const rare = varianceBeyond(table, RARE.score, STEPS.rare);
  const worth = varianceBeyond(table, -REACH, STEPS.all) / (RARE.probability * rare);
  if (!(worth >= HEAVY_WORTH.least && worth <= HEAVY_WORTH.most) || law.sd() === undefined) return undefined;
  const mean = law.mean();
  return mean === undefined ? undefined : { above: valueIn(table, START), mean };
}

/** Variance of the values at scores from `start` on, by the rule of midpoints. */
function varianceBeyond(table: SmoothTable, start: number, step: number): number {
  let [weights, sum, squares] = [0, 0, 0];
  for (let z = start + step / 2; z < REACH; z += step) {
    const weight = normalDensity(z);
    const value = valueIn(table, z);
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / weights;
  return squares / weights - mean * mean;
}
