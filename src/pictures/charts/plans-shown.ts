import type { PlanSummary, Report } from '../../domain.ts';
import { rough } from '../../report/numbers/rough.ts';
import type { CalledPlan, ChartWords } from '../words.ts';

export interface ShownPlan {
  /** By which it is drawn. */
  readonly kind: 'today' | 'recommended';
  readonly called: CalledPlan;
  readonly name: string;
  readonly plan: PlanSummary;
}

/** Today's plan, and the last one where that is another: what charts of a report compare. */
export function plansShown({ plans }: Pick<Report, 'plans'>, words: ChartWords): readonly ShownPlan[] {
  const [today, last] = [plans[0]!, plans.at(-1)!];
  const called = last.plan === 'nearest' ? 'nearest' : 'recommended';
  return [
    { kind: 'today', called: 'today', name: words.today, plan: today },
    ...(last === today ? [] : [{ kind: 'recommended' as const, called, name: words[called], plan: last } as const]),
  ];
}

/** An amount of money in three digits. */
export function money(value: number): string {
  return rough(value, 'money');
}

/** The same for a label in a picture. */
export function shortMoney(value: number, { short }: ChartWords): string {
  return short(Number(value.toPrecision(3)));
}

export function quantile({ metrics }: PlanSummary, probability: number): number {
  return metrics['profit']!.quantiles.find((each) => each.probability === probability)!.estimate.value;
}
