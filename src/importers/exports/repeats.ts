import { sum } from 'd3-array';
import { quantileOfSorted } from '../../statistics/quantile.ts';
import type { Repeats } from './came-back.ts';
import type { Customer } from './crm-records.ts';

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

/**
 * Customers who ordered on another day within the window, of those who have been known for as long. A scenario takes every order
 * to be followed by another with the same chance after the same time. In the middle that time is shorter than on average, and who
 * comes back late has no time left to come again, so that as many orders as fit into the window would be too many: they are
 * counted for so long that their sum is nearest to what was counted.
 */
export function repeatsOf(customers: readonly Customer[], last: number, within: number): Repeats {
  const ripe = customers.filter(({ day }) => day !== undefined && day + within <= last);
  const gaps = ripe.flatMap(({ day: first, orders }) => {
    const next = orders.find(({ day }) => day !== undefined && day > first!)?.day;
    return next !== undefined && next - first! <= within ? [next - first!] : [];
  });
  const every = gaps.length === 0 ? within : quantileOfSorted(Float64Array.from(gaps).sort(), 0.5);
  const days = ripe.map(({ day: first, orders }) => {
    const later = orders.flatMap(({ day }) =>
      day !== undefined && day > first! && day - first! <= within ? [day] : [],
    );
    return new Set(later).size;
  });
  const further = sum(days) / Math.max(1, ripe.length);
  const fit = Math.floor(within / every);
  const times = timesNearest(further, gaps.length / Math.max(1, ripe.length), fit);
  return {
    within,
    of: ripe.length,
    hits: gaps.length,
    every,
    further,
    horizon: times === fit ? within : (times + 0.5) * every,
  };
}

/** How many powers of `rate`, from the first, come nearest to `further` in sum; 1 to `most`. */
function timesNearest(further: number, rate: number, most: number): number {
  let [times, power, total] = [1, rate, rate];
  // One power more is nearer where what is missing is more than half of it.
  while (times < most && further - total > (power * rate) / 2) {
    power *= rate;
    total += power;
    times += 1;
  }
  return times;
}
