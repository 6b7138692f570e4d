import { betaLower } from '../numeric/beta.ts';

/**
 * Places in sorted draws, counted from 1, between which a quantile of the distribution lies with probability `level` or
 * more, whatever the distribution. Place 0 stands for "no lower end", n + 1 for "no upper end": so few draws say
 * nothing there.
 */
export interface QuantileRanks {
  readonly lower: number;
  readonly upper: number;
  /** The probability reached, at least `level`. */
  readonly coverage: number;
}

/**
 * For the quantile at `probability`, in (0, 1), of `n` independent draws.
 *
 * Source: David and Nagaraja, "Order statistics" (2003), section 7.1.
 */
export function quantileRanks(n: number, probability: number, level: number): QuantileRanks {
  const outside = (1 - level) / 2;
  const lower = leastCount(n, probability, outside);
  const upper = leastCount(n, probability, 1 - outside) + 1;
  return { lower, upper, coverage: atMost(upper - 1, n, probability) - atMost(lower - 1, n, probability) };
}

/** The least k with P(K <= k) >= `target`, where K of `n` draws fall below the quantile. */
function leastCount(n: number, probability: number, target: number): number {
  let [below, enough] = [-1, n];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (atMost(middle, n, probability) >= target) enough = middle;
    else below = middle;
  }
  return enough;
}

/** P(K <= k) of a binomial variable, by its relation to the beta distribution. */
function atMost(k: number, n: number, probability: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betaLower(n - k, k + 1, 1 - probability, probability);
}
