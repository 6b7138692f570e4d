import type { ChannelSummary, GoalMetric, PlanSummary, Report } from '../../domain.ts';
import { isMeanOfOne } from './goal.ts';
import { limitGroups, type LimitGroup } from './limits.ts';

/** A plan that moves less than this share of the money is today's plan. */
const SAME = 0.005;
/** Next units of money that differ by less than this share of the best bring the same. */
const BALANCED = 0.05;

/** Why the recommended plan is today's, and which limits hold it there. */
export interface SamePlan {
  readonly why: 'limits' | 'balanced' | 'nothing better' | 'nothing found';
  readonly limits: readonly LimitGroup[];
}

/** Undefined where the recommended plan is another than today's. */
export function samePlan(report: Report): SamePlan | undefined {
  const { optimization, scenario } = report;
  const [today, recommended] = [report.plans[0]!, report.plans.at(-1)!];
  if (optimization === undefined || !('plan' in optimization)) return undefined;
  if (moved(today.spend, recommended.spend) > SAME * today.totalSpend) return undefined;
  const limits = limitGroups(report, optimization.binding).filter(({ path }) => !path.startsWith('budget.'));
  if (limits.length > 0) return { why: 'limits', limits };
  if (optimization.gapKind === 'none') return { why: 'nothing found', limits };
  const simple = isMeanOfOne(scenario.goal) && optimization.wishes.every(({ worth }) => worth === 0);
  if (simple && balanced(recommended, optimization.goal)) return { why: 'balanced', limits };
  return { why: optimization.status === 'optimal' ? 'nothing better' : 'nothing found', limits };
}

/** Whether the next unit of money brings the same in every channel, of at least two, that gets any. */
function balanced({ channels }: PlanSummary, goal: GoalMetric): boolean {
  if (goal === 'customers' || goal === 'margin') return false;
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
