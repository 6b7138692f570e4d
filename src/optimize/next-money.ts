import type { BindingLimit } from '../domain.ts';
import { slopesAt, sum, type AtPlan } from './at-plan.ts';
import type { Prices } from './prices.ts';

/** What the next unit of money in a channel brings, and what stands against it, all in units of the goal. */
export interface NextMoney {
  readonly next: number;
  /** What the limits on the whole budget charge for it. */
  readonly price: number;
  /** What every other limit that holds the plan back charges for it: above 0 where it keeps the channel down. */
  readonly limits: readonly { readonly limit: BindingLimit; readonly charge: number }[];
  /** The same of wishes, by the index of the wish. */
  readonly wishes: readonly { readonly wish: number; readonly charge: number }[];
}

/**
 * Shares of a channel's next unit by period: as the plan spreads its spend to come; where it spends nothing, evenly over
 * the periods in which it may.
 */
export function spreadOf(
  { search: { model, linear }, spend }: Pick<AtPlan, 'search' | 'spend'>,
  channel: number,
): Float64Array {
  const own = spend.slice(channel * model.periods, (channel + 1) * model.periods).fill(0, 0, model.settled);
  const total = sum(own);
  if (total > 0) return own.map((amount) => amount / total);
  const may = own.map((_, t) => (t >= model.settled && linear.upper[channel * model.periods + t]! > 0 ? 1 : 0));
  const periods = sum(may);
  return may.map((yes, t) =>
    periods > 0 ? yes / periods : t < model.settled ? 0 : 1 / (model.periods - model.settled),
  );
}

/**
 * At the best plan, what the next unit brings is what all that limits it charges (Karush, Kuhn, Tucker).
 */
export function nextMoney(at: AtPlan, prices: Prices): readonly NextMoney[] {
  const { model } = at.search;
  const { goal, guards } = slopesAt(at);
  const perGuard = prices.guards;
  return model.channels.map((_, c): NextMoney => {
    const spread = spreadOf(at, c);
    const along = (slopes: Float64Array) => spread.reduce((all, s, t) => all + s * slopes[c * model.periods + t]!, 0);
    const charges = prices.binding.map((limit) => ({
      limit,
      charge: limit.limit.terms.reduce(
        (all, term) => all + (term.channel === c ? limit.worth * term.coefficient * spread[term.period]! : 0),
        0,
      ),
    }));
    const isBudget = ({ limit: { limit } }: (typeof charges)[number]) => limit.path.startsWith('budget.');
    return {
      next: along(goal),
      price: charges.filter(isBudget).reduce((all, { charge }) => all + charge, 0),
      limits: charges.filter((one) => !isBudget(one) && one.charge !== 0),
      wishes: guards.flatMap((slopes, wish) =>
        perGuard[wish] === 0 ? [] : [{ wish, charge: -perGuard[wish]! * along(slopes) }],
      ),
    };
  });
}

/** The plan's spend with an amount more or less in one channel, spread as its next unit is. */
export function moved(at: Pick<AtPlan, 'search' | 'spend'>, channel: number, amount: number): Float64Array {
  const { periods } = at.search.model;
  const changed = at.spend.slice();
  spreadOf(at, channel).forEach((share, t) => {
    const column = channel * periods + t;
    changed[column] = Math.max(0, changed[column]! + amount * share);
  });
  return changed;
}
