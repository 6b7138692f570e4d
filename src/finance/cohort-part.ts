import type { Row } from '../domain/row.ts';
import { REPLICATES } from '../random/points.ts';
import { severalSums } from '../simulate/tally/replicate-sums.ts';
import { replicateSums } from '../simulate/tally/row-estimates.ts';
import { addSums, type ReplicateSums } from '../simulate/tally/tally.ts';
import type { ChannelCohortRows, CohortRows } from './cohort-rows.ts';
import { fillOrders, ordersBy, type RepeatOrders } from './repeat-orders.ts';

/** A channel's cohorts in draws, and when its customers order. */
export interface ChannelCohorts {
  readonly name: string;
  readonly orders: RepeatOrders;
  readonly rows: ChannelCohortRows;
}

/** What one channel has in one cohort: rows by draw, and their sums with each order that comes. */
export interface CohortPart {
  readonly orders: RepeatOrders;
  readonly rows: CohortRows;
  /** Share of what customers bring over their life that has come by each age that is shown, draw by draw. */
  readonly shares: readonly Row[];
  readonly customers: ReplicateSums;
  readonly cost: ReplicateSums;
  readonly service: ReplicateSums;
  /** Margin so far, and orders so far, with each order that comes, the first one included. */
  readonly margin: readonly ReplicateSums[];
  readonly orderCount: readonly ReplicateSums[];
}

/** A channel's part of each cohort. */
export function cohortParts(
  { orders, rows: { repeatRate, cohorts } }: ChannelCohorts,
  ages: readonly number[],
): readonly CohortPart[] {
  const many = orders.discounts.length + 1;
  const shares = ages.map(() => new Float64Array(repeatRate.length));
  const lastBy = ages.map((age) => ordersBy(age, orders));
  const parts = cohorts.map((rows) => ({
    orders,
    rows,
    shares,
    customers: replicateSums(rows.customers),
    cost: replicateSums(rows.cost),
    service: replicateSums(rows.service),
    margin: severalSums(many),
    orderCount: severalSums(many),
  }));
  const [count, worth] = [new Float64Array(many), new Float64Array(many)];
  for (let i = 0; i < repeatRate.length; i++) {
    fillOrders(repeatRate[i]!, orders, count, worth);
    const life = worth[many - 1]!;
    lastBy.forEach((last, a) => (shares[a]![i] = worth[last]! / life));
    const r = i % REPLICATES;
    for (const { rows, margin, orderCount } of parts) {
      const [customers, perOrder] = [rows.customers[i]!, rows.margin[i]! / life];
      for (let k = 0; k < many; k++) {
        margin[k]![r] = margin[k]![r]! + perOrder * worth[k]!;
        orderCount[k]![r] = orderCount[k]![r]! + customers * count[k]!;
      }
    }
  }
  return parts;
}

/** All cohorts of a channel as one. */
export function joined(parts: readonly CohortPart[]): CohortPart {
  const [{ orders, shares, margin, orderCount }] = parts as readonly [CohortPart, ...CohortPart[]];
  const row = (name: keyof CohortRows) => addPartRows(parts, name);
  const sums = (pick: (part: CohortPart) => ReplicateSums) => addSums(parts.map(pick));
  return {
    orders,
    shares,
    rows: { customers: row('customers'), margin: row('margin'), service: row('service'), cost: row('cost') },
    customers: sums((part) => part.customers),
    cost: sums((part) => part.cost),
    service: sums((part) => part.service),
    margin: margin.map((_, k) => sums((part) => part.margin[k]!)),
    orderCount: orderCount.map((_, k) => sums((part) => part.orderCount[k]!)),
  };
}

/** A row of all parts together; of one part its own, which must not be written to. */
export function addPartRows([first, ...others]: readonly CohortPart[], name: keyof CohortRows): Row {
  if (others.length === 0) return first!.rows[name];
  const sum = first!.rows[name].slice();
  for (const { rows } of others) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + rows[name][i]!;
  return sum;
}
