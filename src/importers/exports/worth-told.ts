import { sum } from 'd3-array';
import { rangeAround, widenedBy, type Range } from './estimate.ts';
import type { Spending, Spent } from './spending.ts';
import { countedPlace } from './spending-sums.ts';
import type { Worth } from './worth.ts';

/** What customers paid in all, and by the week or longer rows, and where that is from. */
export interface Sales extends Pick<Spending, 'from'> {
  readonly total: Spent;
  readonly times: readonly Spent[];
}

/** With fewer weeks or rows, how much they differ is a guess: what an order is worth is known to this share of it. */
const FEWEST_TIMES = 4;
const UNKNOWN_SPREAD = 0.3;

/** What an order is worth by tables that count customers and what they paid; single orders are not known. */
export function worthTold({ total, times, from }: Sales): Worth {
  return {
    orderValue: orderValueOf(total.revenue / total.conversions, times),
    orders: Math.round(total.conversions),
    revenue: total.revenue,
    returned: 0,
    place: countedPlace({ from }, ['conversions', 'told']),
  };
}

/** The ratio of sums, as sure as times differ. Source: Cochran, "Sampling Techniques" (1977), section 2.11. */
function orderValueOf(mean: number, times: readonly Spent[]): Range {
  const counted = times.filter(({ conversions }) => conversions > 0);
  const n = counted.length;
  if (n < FEWEST_TIMES) return rangeAround(mean, UNKNOWN_SPREAD);
  const apart = counted.map(({ revenue, conversions }) => revenue - mean * conversions);
  const squares = sum(apart, (off) => off * off);
  const error = Math.sqrt((n / (n - 1)) * squares) / sum(counted, ({ revenue }) => revenue);
  return rangeAround(mean, error * widenedBy(n));
}
