import type { Row } from '../domain/row.ts';
import { fillOrders, type RepeatOrders } from './repeat-orders.ts';

/** Customers of one kind: when they order, and what they pay. */
export interface Buyers {
  readonly orders: RepeatOrders;
  /** Chance that an order is followed by another, draw by draw. */
  readonly repeatRate: Row;
  /** What an order costs when it comes, goods and partners, as a share of what is paid for it. */
  readonly costShare: Row;
  /** What those won in each period pay over their life, at present value: one row a period. */
  readonly revenue: readonly Row[];
}

/** What customers pay, and what their orders cost, in the periods in which they order: one row a period. */
export interface OrderFlows {
  readonly revenue: readonly Row[];
  readonly orderCosts: readonly Row[];
}

/** An order that falls on a period comes in it, also where rounding makes the wait a little less: 3 × 0.1 is 0.30000000000000004. */
const ROUNDING = 1e-9;

/**
 * Money over the life of customers, moved to the periods of their orders: the first when they are won, and each further one, with the
 * chance that it comes, so many whole periods later as have passed by then. In all, as much as before.
 *
 * @returns first orders, and repeat orders, to the last that can come
 */
export function orderFlows(
  all: readonly Buyers[],
  draws: number,
): { readonly first: OrderFlows; readonly repeat: OrderFlows } {
  const kinds = all.map((buyers) => ({ ...buyers, shares: sharesOfOrders(buyers) }));
  const won = Math.max(0, ...all.map(({ revenue }) => revenue.length));
  const last = Math.max(
    0,
    ...kinds.map(({ orders, revenue, shares }) => revenue.length + waitFor(shares.length - 1, orders)),
  );
  const rows = (many: number) => Array.from({ length: many }, () => new Float64Array(draws));
  const first = { revenue: rows(won), orderCosts: rows(won) };
  const repeat = { revenue: rows(last), orderCosts: rows(last) };
  for (const { orders, revenue, costShare, shares } of kinds) {
    for (const [k, share] of shares.entries()) {
      const [to, wait] = [k === 0 ? first : repeat, waitFor(k, orders)];
      revenue.forEach((paid, t) => addOrders(paid, share, costShare, to, t + wait));
    }
  }
  return { first, repeat };
}

/** Whole periods from the first order to this further one, counted from 1. */
function waitFor(order: number, { every }: RepeatOrders): number {
  return Math.floor(order * every + ROUNDING);
}

/** Of what a customer pays over their life, the share of each order: one row an order, the first one first. */
function sharesOfOrders({ orders, repeatRate }: Buyers): readonly Row[] {
  const isOnce = repeatRate.every((rate) => rate === 0);
  const many = isOnce ? 1 : orders.discounts.length + 1;
  const shares = Array.from({ length: many }, () => new Float64Array(repeatRate.length));
  const [count, worth] = [new Float64Array(orders.discounts.length + 1), new Float64Array(orders.discounts.length + 1)];
  for (let i = 0; i < repeatRate.length; i++) {
    fillOrders(repeatRate[i]!, orders, count, worth);
    const life = worth.at(-1)!;
    shares.forEach((share, k) => (share[i] = (worth[k]! - (k === 0 ? 0 : worth[k - 1]!)) / life));
  }
  return shares;
}

function addOrders(paid: Row, share: Row, costShare: Row, { revenue, orderCosts }: OrderFlows, period: number): void {
  const [comes, costs] = [revenue[period]!, orderCosts[period]!];
  for (let i = 0; i < paid.length; i++) {
    const amount = paid[i]! * share[i]!;
    comes[i] = comes[i]! + amount;
    costs[i] = costs[i]! + amount * costShare[i]!;
  }
}
