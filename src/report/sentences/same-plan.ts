import type { ChannelSummary, GoalMetric, PlanSummary, Report } from '../../domain.ts';
import { limitGroups } from './limits.ts';
import { listText } from './words.ts';

/** A plan that moves less than this share of the money is today's plan. */
const SAME = 0.005;
const MOST_LIMITS = 3;
/** Next units of money that differ by less than this share of the best bring the same. */
const BALANCED = 0.05;

/** Why the recommended plan is today's, where it is; undefined where it is another. */
export function samePlan(report: Report): string | undefined {
  const { optimization } = report;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  if (optimization === undefined || !('plan' in optimization)) return undefined;
  if (moved(today.spend, recommended.spend) > SAME * today.totalSpend) return undefined;
  const holding = limitGroups(report, optimization.binding).filter(({ path }) => !path.startsWith('budget.'));
  if (holding.length === 0) {
    if (optimization.gapKind === 'none') return "The recommended plan is today's: the search found no better one.";
    return balanced(recommended, optimization.goal)
      ? "The recommended plan is today's: the next unit of money brings as much in one channel as in another, so nothing is gained by moving it."
      : "The recommended plan is today's: no plan within the limits is better.";
  }
  const names = holding.slice(0, MOST_LIMITS).map(({ name }) => `«${name}»`);
  const all = holding.length > names.length ? [...names, `${holding.length - names.length} more`] : names;
  return `The recommended plan is today's: the limits leave no better one. It is held by ${listText(all)}.`;
}

/** Whether the next unit of money brings the same in every channel, of at least two, that gets any. */
function balanced({ channels }: PlanSummary, goal: GoalMetric): boolean {
  if (goal === 'customers') return false;
  const next = (channel: ChannelSummary) =>
    goal === 'profit' ? 1 + (channel.marginalProfit?.value ?? 0) : (channel.marginalRoas?.value ?? 0);
  const used = channels.filter(({ spend }) => spend > 0).map(next);
  const most = Math.max(...channels.map(next));
  return used.length > 1 && most - Math.min(...used) <= BALANCED * Math.abs(most);
}

/** Money that is in another place in `b` than in `a`, or came or went: the larger of what rose and what fell. */
function moved(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  let rose = 0;
  let fell = 0;
  a.forEach((periods, c) =>
    periods.forEach((spend, t) => {
      const change = b[c]![t]! - spend;
      if (change > 0) rose += change;
      else fell -= change;
    }),
  );
  return Math.max(rose, fell);
}
