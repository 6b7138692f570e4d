import { quantileOf } from './ranked.ts';
import { replicateError } from './replicates.ts';
import type { RankedReplicates } from './selection.ts';
import { studentReach } from './student.ts';

/** Quantiles so far apart tell how steeply they rise: those between which the true one lies with this probability. */
const LEVEL = 0.95;

/**
 * What each replicate says of each quantile, so that the standard error of their mean is that of the quantile of all values.
 *
 * Quantiles of replicates themselves may vary too little: in evenly spread draws, each lies anywhere between two of its values,
 * wherever that of all lies between them; and of few values these two are far apart. So each replicate tells which share of it lies
 * below the quantile of all, as a difference of quantiles of all: shares of all values are means of those of replicates, whatever their
 * size. Where these vary less, their quantiles count: all replicates may have the same share below a quantile between two strata.
 *
 * Sources: Woodruff, "Confidence intervals for medians and other position measures" (1952); Bahadur, "A note on quantiles in large
 * samples" (1966). `docs/coverage.md` has how often these intervals hold the truth.
 */
export function quantileReplicates(
  values: RankedReplicates,
  probabilities: readonly number[],
): readonly (readonly number[])[] {
  const errors = studentReach(LEVEL, values.replicates.length - 1);
  return probabilities.map((probability) => replicatesOf(values, probability, errors));
}

/** @param errors  standard errors to either side between which the true value lies with probability `LEVEL` */
function replicatesOf(values: RankedReplicates, probability: number, errors: number): readonly number[] {
  const { whole, replicates } = values;
  const own = replicates.map((part) => quantileOf(part, probability));
  const below = values.upTo(Math.floor((whole.count - 1) * probability)).map((most, r) => most / replicates[r]!.count);
  const reach = errors * replicateError(below);
  if (!(reach > 0)) return own;
  const value = quantileOf(whole, probability);
  const [low, high] = [Math.max(0, probability - reach), Math.min(1, probability + reach)];
  const rise = (quantileOf(whole, high) - quantileOf(whole, low)) / (high - low);
  const told = below.map((share) => value + (probability - share) * rise);
  return replicateError(told) > replicateError(own) ? told : own;
}
