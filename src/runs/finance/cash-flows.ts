import type { Model, Scenario, Source, ValueModel } from '../../domain.ts';
import type { Row } from '../../families.ts';
import type { Flows } from '../../finance/cash.ts';
import { orderFlows, type Buyers, type OrderFlows } from '../../finance/order-flows.ts';
import { rowOf } from '../../simulate/block/block.ts';
import type { Conditions } from '../../simulate/conditions/conditions.ts';
import { addRows, type PlanByPeriod } from '../by-period.ts';
import { everyOf } from './every-of.ts';

/** Money as it moves, and the part of it that repeat orders bring. */
export interface CashFlows {
  readonly all: Flows;
  readonly repeat: OrderFlows;
}

/** When the customers of a plan order, and what their orders cost, gathered block by block of its draws. */
export function openCashFlows(scenario: Scenario, model: Model, draws: number) {
  const kinds = [
    ...model.channels.map(({ name, value, commission }) => kind(value, everyOf(scenario, name), commission)),
    kind(model.baseline.value, everyOf(scenario)),
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

  function kind(value: ValueModel, every: number, commission: Source = { constant: 0 }) {
    return { value, every, commission, repeatRate: new Float64Array(draws), costShare: new Float64Array(draws) };
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
