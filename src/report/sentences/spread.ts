import type { PlanSummary, Report } from '../../domain.ts';

/** Where 90 % of a plan's profit lies. */
export function rangeOf({ metrics }: PlanSummary): readonly [number, number] | undefined {
  return rangeOfMetric(metrics['profit']!);
}

/** Whether a range has two ends that are the same, so that nothing is uncertain in it. */
export function isPoint(range: readonly [number, number] | undefined): boolean {
  return range !== undefined && range[0] === range[1];
}

/** Whether every draw gives every plan the same figures. */
export function isCertain({ plans }: Report): boolean {
  return plans.every(({ metrics }) => Object.values(metrics).every((metric) => isPoint(rangeOfMetric(metric))));
}

function rangeOfMetric({ quantiles }: PlanSummary['metrics'][string]): readonly [number, number] | undefined {
  const at = (probability: number) =>
    quantiles.find((quantile) => quantile.probability === probability)?.estimate.value;
  const [from, to] = [at(0.05), at(0.95)];
  return from === undefined || to === undefined ? undefined : [from, to];
}
