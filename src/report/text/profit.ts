import { rangeOf } from '../sentences/spread.ts';
import { planName } from '../sentences/words.ts';
import { histograms } from './histogram.ts';
import type { Page, Section } from './page.ts';

/**
 * How profit is spread over the draws, plan by plan on one axis. Nothing for a plan that has the same
 * profit in every draw.
 */
export function profitSection({ report, width, paint, words }: Page): Section | undefined {
  const plans = report.plans.length === 1 ? report.plans : [report.plans[0]!, report.plans.at(-1)!];
  const shown = plans.flatMap((plan) => {
    const range = rangeOf(plan);
    if (range === undefined || range[0] === range[1]) return [];
    const { shares } = plan.profitDistribution;
    return [{ name: words.say(planName(plan.plan).heading), shares, range, mark: plan.metrics['profit']!.mean.value }];
  });
  const { edges } = plans[0]!.profitDistribution;
  if (shown.length === 0 || edges.length <= 2) return undefined;
  return {
    title: `How profit may turn out, ${report.scenario.currency} (├──●──┤ mean and where 90 % of cases lie)`,
    lines: histograms({ histograms: shown, edges, width, label: words.short, paint }),
  };
}
