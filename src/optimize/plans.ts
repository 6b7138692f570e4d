import type { Model, Plan, PlanSummary } from '../domain.ts';

/** What is spent today. */
export function todaysPlan(model: Model): Plan {
  return { name: 'today', spend: model.channels.map((channel) => channel.plan.slice()) };
}

/** The plan that a summary is of. */
export function planOfSummary({ plan, spend }: Pick<PlanSummary, 'plan' | 'spend'>): Plan {
  return { name: plan, spend: spend.map((amounts) => Float64Array.from(amounts)) };
}

/**
 * Today's plan scaled to the total of another: the same split, the other budget, in all periods to come. Undefined when
 * nothing is spent in one of them, or when the totals are the same, so that it would be today's plan again.
 */
export function proRataPlan(model: Model, other: Plan): Plan | undefined {
  const today = totalSpend(todaysPlan(model), model.settled);
  const total = totalSpend(other, model.settled);
  if (today === 0 || total === 0 || Math.abs(total - today) <= 1e-9 * today) return undefined;
  const factor = total / today;
  return {
    name: 'pro rata',
    spend: model.channels.map(({ plan }) => plan.map((spend, t) => (t < model.settled ? spend : spend * factor))),
  };
}

/** Spend of all channels from a period on; over the whole plan when it is left out. */
export function totalSpend(plan: Plan, from = 0): number {
  return plan.spend.reduce((total, spend) => spend.subarray(from).reduce((sum, amount) => sum + amount, total), 0);
}

/** Today's spend by column. */
export function todaysSpend(model: Model): Float64Array {
  return spendByColumn(todaysPlan(model));
}

/** A plan's spend by column: channel after channel, period after period. */
export function spendByColumn(plan: Plan): Float64Array {
  return Float64Array.from(plan.spend.flatMap((spend) => [...spend]));
}
