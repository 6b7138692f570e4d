import type { PlanSummary, Report } from '../../domain.ts';
import { rough } from '../../report/numbers/rough.ts';
import type { ChartWords } from '../words.ts';

export interface ShownPlan {
  readonly kind: 'today' | 'recommended';
  readonly name: string;
  readonly plan: PlanSummary;
}

/** Today's plan, and the last one where that is another: what charts of a report compare. */
export function plansShown({ plans }: Pick<Report, 'plans'>, words: ChartWords): readonly ShownPlan[] {
  const [today, last] = [plans[0]!, plans.at(-1)!];
  return [
    { kind: 'today', name: words.today, plan: today },
    ...(last === today
      ? []
      : [
          {
            kind: 'recommended' as const,
            name: last.plan === 'nearest' ? words.nearest : words.recommended,
            plan: last,
          },
        ]),
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
