import type { Fault } from '../fault.ts';
import { shown, warning, type Facts } from './rule.ts';

/** Today's spend of so many times the budget is more likely a sum of all periods, written where one is meant. */
const FAR_ABOVE = 3;

/** What is spent today is not far more than there will be. */
export function* todayIsNearTheBudget({ file, periods }: Facts): Generator<Fault> {
  const { total, atMost } = file.budget;
  const budget = total ?? atMost;
  if (budget === undefined || !(budget > 0) || periods === undefined || periods === 1) return;
  const today = Object.values(file.channels)
    .filter(({ off }) => off !== true)
    .reduce((sum, { plan = 0 }) => sum + spendOver(plan, periods), 0);
  if (today <= FAR_ABOVE * budget) return;
  const message = `is far less than today's plan, which comes to ${shown(today, 6)} in ${shown(periods)} periods`;
  yield warning(['budget', total === undefined ? 'atMost' : 'total'], message, {
    advice: '`plan` is what a channel gets in one period; if you wrote what it gets in all, divide it.',
  });
}

function spendOver(plan: number | readonly number[], periods: number): number {
  return typeof plan === 'number' ? plan * periods : plan.reduce((sum, amount) => sum + amount, 0);
}
