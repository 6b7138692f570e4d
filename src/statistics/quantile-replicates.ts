import { quantileOf, type Ranked } from './ranked.ts';
import { replicateError } from './replicates.ts';
import type { RankedReplicates } from './selection.ts';
import { studentReach } from './student.ts';

/** Of more values, each replicate has enough for a quantile of its own. */
const FEW = 4096;
/** Quantiles so far apart tell how steeply they rise: those between which the true one lies with this probability. */
const LEVEL = 0.95;

/**
 * What each replicate says of a quantile, so that the standard error of their mean is that of the quantile of all values.
 *
 * Of few values, quantiles of replicates vary too little: each lies between two of its values that are far apart, and is something
 * like their mean. There, each replicate tells which share of it lies below the quantile of all, as a difference of quantiles of all:
 * shares of all values are means of those of replicates, whatever their size. Unless these vary less: in evenly spread draws of one
 * quantity, every replicate may have the same share below a quantile that lies between two strata.
 *
 * Sources: Woodruff, "Confidence intervals for medians and other position measures" (1952); Bahadur, "A note on quantiles in large
 * samples" (1966). `docs/coverage.md` has how often these intervals hold the truth.
 */
export function quantileReplicates({ whole, replicates }: RankedReplicates, probability: number): readonly number[] {
  const own = replicates.map((part) => quantileOf(part, probability));
  if (whole.count > FEW) return own;
  const value = quantileOf(whole, probability);
  const below = replicates.map((part) => countUpTo(part, value) / part.count);
  const reach = studentReach(LEVEL, replicates.length - 1) * replicateError(below);
  if (!(reach > 0)) return own;
  const [low, high] = [Math.max(0, probability - reach), Math.min(1, probability + reach)];
  const rise = (quantileOf(whole, high) - quantileOf(whole, low)) / (high - low);
  const told = below.map((share) => value + (probability - share) * rise);
  return replicateError(told) > replicateError(own) ? told : own;
}

/** How many values are at most this one. */
function countUpTo(values: Ranked, most: number): number {
  let [low, high] = [0, values.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values.at(middle) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
