import type { BindingLimit, LinearLimit } from '../../domain.ts';
import { slopesAt, type AtPlan } from './at-plan.ts';
import { dot, weightedLeastChange } from './least-change.ts';
import type { Prices } from './prices.ts';

/** A wish of which so much less is asked, by its index. */
export interface EasedWish {
  readonly wish: number;
  readonly by: number;
}

/**
 * How the plan changes per unit of currency by which one side of a limit rises, or as a wish is eased: every other limit and wish that holds the
 * plan back is kept as it is, and channels give and take in proportion to what they have (the smallest change in
 * relative terms). By the envelope theorem any such change gains the same on average to first order, which is the worth
 * of the limit; how the gain is spread over draws depends on it a little. Undefined where nothing can move.
 */
export function unitDirection(at: AtPlan, prices: Prices, raised: BindingLimit | EasedWish): Float64Array | undefined {
  const { model } = at.search;
  const size = at.spend.length;
  const fixed = new Float64Array(size);
  const weight = at.spend.map((amount, k) => (k % model.periods < model.settled ? 0 : amount));
  const rows: Float64Array[] = [];
  const rises: number[] = [];
  for (const { limit } of prices.binding) {
    const rise = 'limit' in raised && limit === raised.limit ? 1 : 0;
    const [first, ...others] = limit.terms;
    if (first === undefined || others.length > 0) {
      rows.push(rowOf(limit, model.periods, size));
      rises.push(rise);
    } else {
      const column = first.channel * model.periods + first.period;
      weight[column] = 0;
      fixed[column] = rise / first.coefficient;
    }
  }
  slopesAt(at).guards.forEach((slopes, guard) => {
    if (prices.guards[guard] === 0) return;
    rows.push(slopes);
    rises.push('wish' in raised && raised.wish === guard ? -raised.by : 0);
  });
  const free = weightedLeastChange(
    rows,
    rises.map((rise, i) => rise - dot(rows[i]!, fixed)),
    weight,
  );
  return free?.map((change, k) => change + fixed[k]!);
}

/** A limit's coefficients by column of spend. */
export function rowOf({ terms }: LinearLimit, periods: number, size: number): Float64Array {
  const row = new Float64Array(size);
  for (const { channel, period, coefficient } of terms) row[channel * periods + period] = coefficient;
  return row;
}
