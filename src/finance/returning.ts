import type { Repeat } from '../domain.ts';

/** An order that falls on a period counts in it, also where rounding makes the product a little less: 3 × 0.1 is 0.30000000000000004. */
const ROUNDING = 1e-9;

/**
 * Customers whose first, second, … further order has come due by the end of the past periods, whether they came or not.
 *
 * @param customers  won in each past period
 */
export function ordersDue(
  customers: readonly number[],
  { every, horizon }: Pick<Repeat, 'every' | 'horizon'>,
): readonly number[] {
  const due: number[] = [];
  for (let wait = every; wait <= horizon + ROUNDING; wait = (due.length + 1) * every) {
    const whole = Math.floor(wait + ROUNDING);
    const waited = customers.slice(0, Math.max(0, customers.length - whole)).reduce((sum, count) => sum + count, 0);
    if (waited === 0) break;
    due.push(waited);
  }
  return due;
}

/** Further orders to be expected of these when each order is followed by another with probability `rate`. */
export function ordersExpected(due: readonly number[], rate: number): number {
  let [share, sum] = [1, 0];
  for (const count of due) {
    share *= rate;
    sum += count * share;
  }
  return sum;
}
