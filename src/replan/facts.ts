import { inPeriod } from '../constraints/terms.ts';
import type { ExceededLimit, Model, Optimization, PastFacts, Plan, Scenario } from '../domain.ts';

export interface PastInput {
  readonly scenario: Scenario;
  /** As the file has it. */
  readonly planned: Model;
  /** Currency by channel and past period. */
  readonly spent: readonly Float64Array[];
  readonly exceeded: readonly ExceededLimit[];
  readonly optimization: Optimization | undefined;
}

/** What a report says about what is past and what is left. */
export function pastFacts({ scenario, planned, spent, exceeded, optimization }: PastInput): PastFacts {
  const periods = spent[0]?.length ?? 0;
  const found = planOf(optimization);
  const channels = planned.channels.map(({ name, plan }, c) => ({
    name,
    spent: sum(spent[c]!),
    planned: sum(plan.subarray(0, periods)),
    plannedRest: sum(plan.subarray(periods)),
    ...(found === undefined ? {} : { newRest: sum(found.spend[c]!.subarray(periods)) }),
  }));
  const all = sum(channels.map((channel) => channel.spent));
  const budget = budgetOf(scenario, periods, all);
  return { periods, spent: all, ...(budget === undefined ? {} : { budget }), channels, exceeded };
}

function planOf(optimization: Optimization | undefined): Plan | undefined {
  if (optimization?.status === 'unreachable') return optimization.nearest;
  return optimization !== undefined && 'plan' in optimization ? optimization.plan : undefined;
}

/** The sum of the file for the whole plan, and what of it is for the periods to come. */
function budgetOf({ budget, horizon }: Scenario, past: number, spent: number): PastFacts['budget'] {
  const perPeriod = budget.perPeriod ?? budget.perPeriodAtMost;
  const total = budget.total ?? budget.atMost;
  if (total !== undefined) return { total, left: total - spent };
  if (perPeriod === undefined) return undefined;
  // What was not spent of one period's budget is not another's.
  const each = Array.from({ length: horizon.periods }, (_, t) => inPeriod(perPeriod, t));
  return { total: sum(each), left: sum(each.slice(past)) };
}

function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
