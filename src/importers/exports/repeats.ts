import { quantileOfSorted } from '../../statistics/quantile.ts';
import type { Customer } from './crm-records.ts';

/** Who came back, among those whose time to do so is over. */
export interface Repeats {
  /** Days after the first order that are looked at. */
  readonly within: number;
  readonly of: number;
  readonly hits: number;
  /** Days between the first order and the next, in the middle. */
  readonly every: number;
}

/** Windows that are tried, the longest first. */
const WINDOWS = [365, 180, 90];
const FEWEST_CUSTOMERS = 30;

/**
 * The longest window for which half of the customers, and 30 of them, have been known long enough; undefined where there is
 * none. Customers are not known for equally long: whoever bought for the first time yesterday has not failed to come back.
 *
 * @param last  the last day of which the orders tell
 */
export function windowFor(customers: readonly Customer[], last: number): number | undefined {
  return WINDOWS.find((within) => {
    const ripe = customers.filter(({ day }) => day !== undefined && day + within <= last).length;
    return ripe >= FEWEST_CUSTOMERS && 2 * ripe >= customers.length;
  });
}

/** Customers who ordered on another day within the window, of those who have been known for as long. */
export function repeatsOf(customers: readonly Customer[], last: number, within: number): Repeats {
  const ripe = customers.filter(({ day }) => day !== undefined && day + within <= last);
  const gaps = ripe.flatMap(({ day: first, orders }) => {
    const next = orders.find(({ day }) => day !== undefined && day > first!)?.day;
    return next !== undefined && next - first! <= within ? [next - first!] : [];
  });
  return {
    within,
    of: ripe.length,
    hits: gaps.length,
    every: gaps.length === 0 ? within : quantileOfSorted(Float64Array.from(gaps).sort(), 0.5),
  };
}
