import type { Row } from '../domain/row.ts';

/** When customers may order again. */
export interface RepeatOrders {
  /** Periods from one order to the next. */
  readonly every: number;
  /** Discount factor of each possible further order, first to last. */
  readonly discounts: Float64Array;
}

/** An order that falls on an age has come by then, also where rounding makes the product a little more: 3 × 0.1 is 0.30000000000000004. */
const ROUNDING = 1e-9;

/** Periods after which the first and each further order comes. */
export function orderAges({ every, discounts }: RepeatOrders): readonly number[] {
  return Array.from({ length: discounts.length + 1 }, (_, k) => k * every);
}

/** Place of the last order that can have come after so many periods: 0 for the first one. */
export function ordersBy(age: number, { every, discounts }: RepeatOrders): number {
  return discounts.length === 0 ? 0 : Math.min(discounts.length, Math.floor(age / every + ROUNDING));
}

/**
 * Expected orders of one customer so far, with each order that can come: their number, and their present value in orders.
 *
 * @param rate  chance that an order is followed by another, so that order k comes with its k-th power: a geometric course, as
 *              "Customer lifetime value: marketing models and applications" (Berger and Nasr, 1998) has it
 */
export function fillOrders(rate: number, { discounts }: RepeatOrders, count: Row, worth: Row): void {
  let again = 1;
  count[0] = worth[0] = 1;
  for (let k = 1; k <= discounts.length; k++) {
    again *= rate;
    count[k] = count[k - 1]! + again;
    worth[k] = worth[k - 1]! + again * discounts[k - 1]!;
  }
}
