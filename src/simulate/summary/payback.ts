import type { Estimate } from '../../domain.ts';
import { REPLICATES } from '../../random/points.ts';
import { ofReplicates } from '../tally/estimate.ts';
import { sumsOfPeriod, type PeriodSums } from '../tally/tally.ts';

/**
 * Periods after which the expected profit of what a plan spends, added up from the first on, is never again below zero: 1 when it never is;
 * undefined when it is below zero at the end.
 *
 * @param profit  by period of the plan, then of the time after it, at present value
 */
export function payback(profit: PeriodSums): Estimate | undefined {
  const byPeriod = Array.from({ length: profit.length / REPLICATES }, (_, t) => sumsOfPeriod(profit, t));
  const periods = paidBack(byPeriod.map((sums) => sums.reduce((total, sum) => total + sum, 0)));
  if (periods > byPeriod.length) return undefined;
  return ofReplicates(
    periods,
    Array.from({ length: REPLICATES }, (_, r) => paidBack(byPeriod.map((sums) => sums[r]!))),
  );
}

/**
 * Periods after which what adds up is never again below zero; one more than there are when it is so at the end.
 *
 * @param profit  by period, from the first on
 */
export function paidBack(profit: readonly number[]): number {
  let total = 0;
  let periods = 1;
  profit.forEach((amount, t) => {
    total += amount;
    if (total < 0) periods = t + 2;
  });
  return periods;
}
