import type { Report } from '../../domain.ts';
import { magnitude } from '../../numeric/digits.ts';
import { figure, inline } from '../numbers/estimate.ts';
import { exact } from '../numbers/exact.ts';
import { roughRange } from '../numbers/rough.ts';
import { isPoint } from './spread.ts';

/** Budgets closer to each other than this share of them are the same. */
const SAME_BUDGET = 0.005;

/** What is told of the budget that would earn the most, in any language; all amounts as they are shown. */
export type FreeBudgetFacts =
  | { readonly kind: 'unbounded' }
  /** This plan spends about as much. */
  | { readonly kind: 'same' }
  | {
      readonly kind: 'other';
      readonly total: string;
      readonly isMore: boolean;
      readonly by: string;
      /** Targets and worst cases are asked for, which that budget is told without. */
      readonly hasWishes: boolean;
      /** What it would add to the profit of the recommended plan, and where that lies in 90 % of cases. */
      readonly gain?: string;
      readonly range?: readonly [from: string, to: string];
    };

/** Undefined where it is not known. */
export function freeBudgetFacts({ freeBudget: free, plans, scenario }: Report): FreeBudgetFacts | undefined {
  if (free === undefined) return undefined;
  if (free.status === 'unbounded') return { kind: 'unbounded' };
  const { targets, totalSpend: now } = plans.at(-1)!;
  const change = free.totalSpend - now;
  if (Math.abs(change) <= SAME_BUDGET * now) return { kind: 'same' };
  const step = stepOf(free.totalSpend);
  const shown = (value: number) => exact(Math.round(value / step) * step, 'money');
  const { difference } = free;
  return {
    kind: 'other',
    total: shown(free.totalSpend),
    isMore: change > 0,
    by: shown(Math.abs(change)),
    hasWishes: targets.length > 0 || scenario.goal.risk !== undefined,
    ...(difference && { gain: inline(figure(difference.mean, 'money')) }),
    ...(difference && !isPoint(difference.range) && { range: roughRange(difference.range, 'money') }),
  };
}

/** Which total budget would earn the most profit and what it would add to the recommended plan; nothing where unknown. */
export function freeBudget(report: Report): readonly string[] {
  const facts = freeBudgetFacts(report);
  if (facts === undefined) return [];
  if (facts.kind === 'unbounded') {
    return [
      'Without the total budget there is no best plan: ever more spend would pay, for a curve without a ceiling has no other limit.',
    ];
  }
  if (facts.kind === 'same') {
    return ['This plan spends about as much as maximizes expected profit: no other total would earn more.'];
  }
  const { currency } = report.scenario;
  const { total, isMore, by, hasWishes, gain, range } = facts;
  const first = `${hasWishes ? 'With all targets and worst cases left aside, expected' : 'Expected'} profit would be highest with ${total}\u00a0${currency} of media, ${by} ${isMore ? 'more' : 'less'} than this plan spends`;
  if (gain === undefined) return [`${first}.`];
  const cases = range === undefined ? '' : ` (in 90\u00a0% of cases between ${range[0]} and ${range[1]})`;
  return [`${first}: ${gain}\u00a0${currency} more profit${cases}.`];
}

/** Optima are flat: more than three digits of a total would promise more than there is. */
function stepOf(total: number): number {
  return Number(`1e${magnitude(total) - 2}`);
}
