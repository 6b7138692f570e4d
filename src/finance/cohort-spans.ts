import type { Model, PeriodUnit } from '../domain.ts';

/** Periods, from 1, both included, whose customers are looked at together. */
export interface CohortSpan {
  readonly from: number;
  readonly to: number;
}

const MOST_COHORTS = 13;
/** How many periods make a usual stretch of time, the shortest first: a day, a week, four weeks, a quarter, a year. */
const USUAL_LENGTHS: Readonly<Record<PeriodUnit, readonly number[]>> = {
  day: [1, 7, 28, 91, 364],
  week: [1, 4, 13, 52],
  month: [1, 3, 12],
  quarter: [1, 4],
  year: [1],
};

/**
 * The periods of a plan in stretches of the shortest usual length that makes no more than 13 of them, the last as long as is
 * left; and the time after the plan, in which it still wins customers, as one.
 */
export function cohortSpans({ unit, periods, tail }: Pick<Model, 'unit' | 'periods' | 'tail'>): readonly CohortSpan[] {
  const lengths = USUAL_LENGTHS[unit];
  const length = lengths.find((many) => periods <= many * MOST_COHORTS) ?? lengths.at(-1)!;
  const spans = Array.from({ length: Math.ceil(periods / length) }, (_, k) => ({
    from: k * length + 1,
    to: Math.min(periods, (k + 1) * length),
  }));
  return tail === 0 ? spans : [...spans, { from: periods + 1, to: periods + tail }];
}
