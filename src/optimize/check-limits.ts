import type { Model, Plan } from '../domain.ts';
import { channelsUsed } from '../simulate/evaluate.ts';
import { totalSpend } from './plans.ts';

/** A plan keeps a limit that it passes by no more than this share of the money in it. */
const ROUNDING = 1e-7;

/**
 * Checks by plain arithmetic that a plan keeps every limit on spend: a search says what its solvers told it, and no
 * solver is taken at its word.
 *
 * @throws Error  that names the limit, when one is passed by more than rounding: a fault of the program
 */
export function checkLimits(model: Model, plan: Plan): void {
  const money = totalSpend(plan);
  const complain = (name: string, by: number) => {
    throw new Error(`the plan passes the limit "${name}" by ${by}`);
  };
  for (const { name, terms, least = -Infinity, most = Infinity } of model.limits) {
    const value = terms.reduce((sum, { channel, period, coefficient }) => {
      return sum + coefficient * plan.spend[channel]![period]!;
    }, 0);
    const sizes = [least, most].filter(Number.isFinite).map((bound) => Math.abs(bound));
    const passed = Math.max(least - value, value - most);
    if (passed > ROUNDING * Math.max(money, ...sizes)) complain(name, passed);
  }
  const used = channelsUsed(plan);
  for (const limit of model.nonlinearLimits) {
    if (limit.kind === 'most channels') {
      const count = limit.channels.filter((c) => used[c]).length;
      if (count > limit.most) complain(limit.name, count - limit.most);
    } else if (limit.kind === 'minimum if used') {
      for (let t = model.settled; t < model.periods; t++) {
        const spend = plan.spend[limit.channel]![t]!;
        if (spend > 0 && limit.amount - spend > ROUNDING * limit.amount) complain(limit.name, limit.amount - spend);
      }
    } else {
      const totals = plan.spend.map((spend) => spend.reduce((sum, amount) => sum + amount, 0));
      const index = totals.reduce((sum, total) => sum + total * total, 0) / Math.max(money * money, Number.MIN_VALUE);
      if (index - limit.most > ROUNDING) complain(limit.name, index - limit.most);
    }
  }
}
