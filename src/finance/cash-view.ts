import { meanOf } from '../simulate/tally/row-estimates.ts';
import { mean } from '../statistics/mean.ts';
import { quantilesIn } from '../statistics/quantiles-in.ts';
import type { CashFlows } from './cash-flows.ts';
import { cashPath, deepest, type Lags } from './cash.ts';
import type { CashView } from './finance-view.ts';

/**
 * Cash as finance looks at it.
 *
 * @param periods  of the plan
 * @param chance   with which cash is to be there and financing to be enough, in (0, 1)
 */
export function cashView({ all, repeat }: CashFlows, periods: number, lags: Lags, chance: number): CashView {
  const path = cashPath(all, lags);
  const means = path.map(mean);
  const repeats = cashPath({ ...repeat, media: [], otherCosts: repeat.orderCosts }, lags).map(mean);
  const afterEnd = (cash: readonly number[]) => (cash.at(-1) ?? 0) - (cash[periods - 1] ?? 0);
  const need = deepest(path);
  return {
    lags,
    path: means,
    afterEnd: { all: afterEnd(means), repeats: afterEnd(repeats) },
    // Estimates first: quantiles leave rows in another order.
    deepest: { mean: meanOf(need), atMost: quantilesIn(need, [chance])[0]! },
    atLeast: path.map((row) => quantilesIn(row, [1 - chance])[0]!),
  };
}
