import type { BindingLimit, LimitName } from '../../domain.ts';
import { slopesAt, sum, type AtPlan } from './at-plan.ts';
import type { Prices } from './prices.ts';

/** What the next unit of money in a channel brings, and what stands against it, all in units of the goal. */
export interface NextMoney {
  readonly next: number;
  /** Money over which `next` is an average; 0 where it is that of the next unit. */
  readonly over: number;
  /** What is charged for it wherever it goes: by the budget, and by shares that are taken of all spend. */
  readonly price: number;
  /** The budget's part of it. */
  readonly ofBudget: number;
  /** What every other limit charges, all its periods together: above 0 where it keeps the channel down. */
  readonly limits: readonly { readonly by: LimitName; readonly charge: number }[];
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

/** At the best plan, what the next unit brings is what all that limits it charges (Karush, Kuhn, Tucker). */
export function nextMoney(at: AtPlan, prices: Prices): readonly NextMoney[] {
  const { model } = at.search;
  const { goal, guards } = slopesAt(at);
  const spreads = model.channels.map((_, c) => spreadOf(at, c));
  const limits = limitsByPath(prices.binding).map(({ by, members }) => {
    const charges = spreads.map((spread, c) => members.reduce((all, member) => all + chargeOf(member, c, spread), 0));
    return { by, charges, common: by.path.startsWith('budget.') ? 0 : middle(charges) };
  });
  return spreads.map((spread, c): NextMoney => {
    const along = (slopes: Float64Array) => spread.reduce((all, s, t) => all + s * slopes[c * model.periods + t]!, 0);
    const own = limits.filter(({ by }) => !by.path.startsWith('budget.'));
    const budget = limits.filter(({ by }) => by.path.startsWith('budget.'));
    const ofBudget = sum(budget.map(({ charges }) => charges[c]!));
    return {
      next: along(goal),
      over: spread.reduce((all, s, t) => (s > 0 ? all + at.told.over[c * model.periods + t]! : all), 0),
      price: ofBudget + sum(own.map(({ common }) => common)),
      ofBudget,
      limits: own.map(({ by, charges, common }) => ({ by, charge: charges[c]! - common })),
      wishes: guards.flatMap((slopes, wish) =>
        prices.guards[wish] === 0 ? [] : [{ wish, charge: -prices.guards[wish]! * along(slopes) }],
      ),
    };
  });
}

/** Limits of one path in the file, whatever the period. */
function limitsByPath(binding: readonly BindingLimit[]) {
  const groups = new Map<string, { readonly by: LimitName; readonly members: BindingLimit[] }>();
  for (const member of binding) {
    const { limit, side } = member;
    const key = `${side} ${limit.path.replace(/\[\d+\]$/, '')}`;
    const group = groups.get(key) ?? { by: { name: limit.name, path: limit.path, side }, members: [] };
    groups.set(key, group);
    group.members.push(member);
  }
  return [...groups.values()];
}

function chargeOf({ limit, worth }: BindingLimit, channel: number, spread: Float64Array): number {
  return limit.terms.reduce(
    (all, term) => (term.channel === channel ? all + worth * term.coefficient * spread[term.period]! : all),
    0,
  );
}

/** The middle one, of two in the middle that nearer to 0: what a limit charges most channels. */
function middle(charges: readonly number[]): number {
  const sorted = charges.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(charges.length - 1) >> 1]!, sorted[charges.length >> 1]!];
  return Math.abs(low) <= Math.abs(high) ? low : high;
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
