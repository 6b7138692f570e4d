import type { BindingLimit } from '../../domain.ts';
import { slopesAt, type AtPlan, type Slopes } from './at-plan.ts';
import { columnOf } from '../spend-program.ts';

/**
 * What limits are worth where nothing is spent under them and the first money is told over a step: a program prices
 * them by the slope at nothing, which is that of a speck of money. Limits that would not be worth lifting for a step
 * are left out.
 *
 * @param guards  prices of wishes
 */
export function toldWorths(
  at: AtPlan,
  binding: readonly BindingLimit[],
  guards: readonly number[],
): readonly BindingLimit[] {
  const { over } = at.told;
  if (!over.some((money) => money > 0)) return binding;
  const [priced, told] = [slopesAt(at, at.points), slopesAt(at)];
  return binding.flatMap((one) => {
    const columns = one.limit.terms.map(({ channel, period }) => columnOf(at.search.model, channel, period));
    if (one.side !== 'most' || columns.length === 0 || columns.some((k) => over[k] === 0)) return [one];
    const best = (slopes: Slopes) =>
      Math.max(...one.limit.terms.map(({ coefficient }, i) => countedAt(slopes, guards, columns[i]!) / coefficient));
    const worth = one.worth + best(told) - best(priced);
    return worth > 0 ? [{ ...one, worth, over: columns.reduce((money, k) => money + over[k]!, 0) }] : [];
  });
}

/** What a unit of money in a column adds to the goal, wishes counted at their prices. */
function countedAt({ goal, guards }: Slopes, prices: readonly number[], column: number): number {
  return guards.reduce((all, slopes, guard) => all + prices[guard]! * slopes[column]!, goal[column]!);
}
