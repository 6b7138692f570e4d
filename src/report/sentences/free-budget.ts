import type { Report } from '../../domain.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { exact } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { isPoint } from './spread.ts';

/** Budgets closer to each other than this share of them are the same. */
const SAME_BUDGET = 0.005;

/** Which total budget would earn the most profit and what it would add to the recommended plan; nothing where unknown. */
export function freeBudget({ freeBudget: free, plans, scenario }: Report): readonly string[] {
  if (free === undefined) return [];
  const { currency } = scenario;
  if (free.status === 'unbounded') {
    return [
      'Without the total budget there is no best plan: ever more spend would pay, for a curve without a ceiling has no other limit.',
    ];
  }
  const now = plans.at(-1)!.totalSpend;
  const change = free.totalSpend - now;
  if (Math.abs(change) <= SAME_BUDGET * now)
    return ['This plan spends about as much as maximizes expected profit: no other total would earn more.'];
  const step = stepOf(free.totalSpend);
  const shown = (value: number) => exact(Math.round(value / step) * step, 'money');
  const total = `${shown(free.totalSpend)}\u00a0${currency}`;
  const by = `${shown(Math.abs(change))} ${change < 0 ? 'less' : 'more'} than this plan spends`;
  const first = `Expected profit would be highest with ${total} of media, ${by}`;
  const { difference } = free;
  if (difference === undefined) return [`${first}.`];
  const gain = inline(figure(difference.mean, 'money'));
  if (isPoint(difference.range)) return [`${first}: ${gain}\u00a0${currency} more profit.`];
  const [from, to] = roughRange(difference.range, 'money');
  return [`${first}: ${gain}\u00a0${currency} more profit (in 90\u00a0% of cases between ${from} and ${to}).`];
}

/** Optima are flat: more than three digits of a total would promise more than there is. */
function stepOf(total: number): number {
  let step = 1;
  while (step * 1000 <= total) step *= 10;
  return step;
}
