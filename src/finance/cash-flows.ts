import type { Model, Source, ValueModel } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { Flows } from './cash.ts';
import { orderFlows, type Buyers, type OrderFlows } from './order-flows.ts';
import { rowOf } from '../simulate/block/block.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import { addRows, type PlanByPeriod } from '../simulate/by-period.ts';

/** Money as it moves, and the part of it that repeat orders bring. */
export interface CashFlows {
  readonly all: Flows;
  readonly repeat: OrderFlows;
}

/** Periods from one order to the next: of the customers of each channel, and of those who need no spend. */
export interface OrderIntervals {
  readonly channels: readonly number[];
  readonly baseline: number;
}

/** When the customers of a plan order, and what their orders cost, gathered block by block of its draws. */
export function openCashFlows(every: OrderIntervals, model: Model, draws: number) {
  const kinds = [
    ...model.channels.map(({ value, commission }, c) => kind(value, every.channels[c]!, commission)),
    kind(model.baseline.value, every.baseline),
  ];
  return {
    add({ block }: Conditions): void {
      for (const { value, commission, repeatRate, costShare } of kinds) {
        const [margin, paidAway] = [rowOf(block, value.grossMargin), rowOf(block, commission)];
        repeatRate.set(rowOf(block, value.repeatRate), block.first);
        for (let i = 0; i < block.count; i++) costShare[block.first + i] = 1 - margin[i]! + paidAway[i]!;
      }
    },
    /** Orders and what they cost in the periods in which they come, all else in its own. */
    flows({ channels, baseline }: PlanByPeriod, media: readonly number[]): CashFlows {
      const parts = [...channels, baseline];
      const buyers = kinds.map(({ value, every, repeatRate, costShare }, k): Buyers => {
        const { revenue } = parts[k]!;
        return { orders: { every, discounts: value.repeatDiscount }, repeatRate, costShare, revenue };
      });
      const { first, repeat } = orderFlows(buyers, draws);
      const both = (a: readonly Row[], b: readonly Row[]) =>
        b.map((row, t) => (a[t] === undefined ? row : addRows([a[t], row], draws)));
      const orderCosts = both(first.orderCosts, repeat.orderCosts);
      media.forEach((paid, t) => addOtherCosts(orderCosts[t]!, t, paid, parts, buyers));
      return {
        all: {
          revenue: both(first.revenue, repeat.revenue),
          media: media.map((paid) => new Float64Array(draws).fill(paid)),
          otherCosts: orderCosts,
        },
        repeat,
      };
    },
  };

  function kind(value: ValueModel, interval: number, commission: Source = { constant: 0 }) {
    return {
      value,
      every: interval,
      commission,
      repeatRate: new Float64Array(draws),
      costShare: new Float64Array(draws),
    };
  }
}

/** Adds what is neither media nor the cost of an order: service, fees, people, what is paid for leads and customers. */
function addOtherCosts(
  costs: Row,
  t: number,
  media: number,
  parts: PlanByPeriod['channels'],
  buyers: readonly Buyers[],
): void {
  for (const [k, { revenue, profit }] of parts.entries()) {
    const [paid, left, { costShare }] = [revenue[t]!, profit[t]!, buyers[k]!];
    for (let i = 0; i < costs.length; i++) costs[i] = costs[i]! + paid[i]! * (1 - costShare[i]!) - left[i]!;
  }
  for (let i = 0; i < costs.length; i++) costs[i] = costs[i]! - media;
}
