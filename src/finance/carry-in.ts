import type { Model } from '../domain.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Outcome } from '../simulate/outcome/outcome.ts';
import type { LineRows } from './profit-and-loss.ts';

/**
 * What spend before a plan would still bring alone after its end, gathered block by block of its draws: the same share of the
 * effect as in `carryInProfit`.
 */
export function openCarryIn({ periods, tail }: Model, draws: number) {
  const rows: LineRows = {
    customers: new Float64Array(draws),
    revenue: new Float64Array(draws),
    profit: new Float64Array(draws),
  };
  return {
    rows,
    add({ block: { first, count } }: Conditions, { channels }: Outcome): void {
      for (const { customers, revenue, before } of channels) {
        if (before === undefined) continue;
        for (let at = periods * count; at < (periods + tail) * count; at++) {
          const i = first + (at % count);
          const all = customers[at]!;
          const share = all > 0 ? before.customers[at]! / all : 0;
          rows.customers[i] = rows.customers[i]! + before.customers[at]!;
          rows.revenue[i] = rows.revenue[i]! + revenue[at]! * share;
          rows.profit[i] = rows.profit[i]! + before.profit[at]!;
        }
      }
    },
  };
}
