import type { DistributionFamily, DistributionParameters, Outcomes } from '../families/distribution.ts';

/** More outcomes than this would make slow tables of what a normal distribution says as well. */
export const LARGEST_SD = 10_000;

/** Outcomes with less than this probability of them and those beyond are not listed one by one. */
const LEFT_OUT = 1e-17;

/** What a search for the quantile of a whole number needs. */
export interface CountSearch {
  readonly p: number;
  /** 1 - p, where it is known more precisely than by subtraction. */
  readonly above: number | undefined;
  /** A whole number near the answer. */
  readonly guess: number;
  readonly least: number;
  readonly most: number;
  readonly cumulative: (k: number) => number;
  readonly exceedance: (k: number) => number;
}

/** Smallest whole number k in [least, most] with P(X <= k) >= p, by steps from the guess. */
export function quantileOfCount({ p, above, guess, least, most, cumulative, exceedance }: CountSearch): number {
  const reached = (k: number) => (above === undefined || p <= 0.5 ? cumulative(k) >= p : exceedance(k) <= above);
  let k = Math.min(Math.max(Math.floor(guess), least), most);
  while (k < most && !reached(k)) k += 1;
  while (k > least && reached(k - 1)) k -= 1;
  return k;
}

/**
 * First guess at the quantile of a count from its mean, standard deviation and skewness.
 *
 * Source: Cornish and Fisher (1938), to the second term.
 */
export function cornishFisher(z: number, mean: number, sd: number, skewness: number): number {
  return mean + sd * (z + (skewness * (z * z - 1)) / 6);
}

/** The whole numbers of a family of counts; the first and the last stand for all beyond them. */
export function outcomesOfCounts(
  family: Pick<DistributionFamily, 'quantile' | 'cumulative' | 'exceedance' | 'density'>,
  parameters: DistributionParameters,
): Outcomes {
  const first = family.quantile(LEFT_OUT, parameters);
  const last = family.quantile(1, parameters, LEFT_OUT);
  const values = Float64Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const probabilities = values.map((k) => family.density(k, parameters));
  probabilities[0] = family.cumulative(first, parameters);
  probabilities[values.length - 1] = family.exceedance(last - 1, parameters);
  return { values, probabilities };
}
