import type { GoalMetric, Model } from '../domain.ts';
import { overlaps } from '../simulate/audience.ts';
import type { Conditions } from '../simulate/conditions.ts';
import { unitProfit } from '../simulate/evaluate.ts';

/**
 * Whether the goal may fail to be concave although all curves are, so that tangents prove nothing. What is named here
 * was found by plans that beat a "proven" one.
 *
 * @param conditions  of some of the search draws
 */
export function mayNotBeConcave(model: Model, conditions: Conditions, goal: GoalMetric): boolean {
  return (goal === 'profit' && someLoseMoney(conditions)) || (overlaps(model) && worthChanges(model, conditions, goal));
}

/** A channel whose next customer costs more than they bring turns its curve over: the more spend, the smaller the loss. */
function someLoseMoney({ channels, block }: Conditions): boolean {
  return channels.some(({ worth, inside, shocks }) => {
    const profit = unitProfit(worth, inside);
    if (profit.some((value) => value < 0)) return true;
    return (shocks.value ?? []).some((factor) => {
      if (factor === undefined) return false;
      for (let i = 0; i < block.count; i++) {
        if (profit[i]! + inside[i]! * worth.margin[i]! * (factor[i]! - 1) < 0) return true;
      }
      return false;
    });
  });
}

/**
 * Where segments fill up, a customer won too many is lost to all channels there alike: their worth must then be the same
 * in every channel and period, and nothing may be paid for leads that never become customers.
 */
function worthChanges(model: Model, { channels }: Conditions, goal: GoalMetric): boolean {
  if (goal === 'customers') {
    const referrals = model.channels.map(({ value }) => JSON.stringify([value.referralRate, value.referralCap]));
    return new Set(referrals).size > 1;
  }
  const discounted = model.discount.some((factor) => factor !== 1);
  const shocked = channels.some(({ shocks }) => shocks.value !== undefined);
  const leads = channels.some(({ worth }) => worth.leadCost.some((cost, i) => cost + worth.leadHoursCost[i]! > 0));
  return discounted || shocked || (goal === 'profit' && leads);
}
