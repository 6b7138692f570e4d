import { choice } from './choice.ts';
import { date } from './date.ts';
import { section } from './leaf.ts';
import { whole } from './number.ts';

export const MOST_PERIODS = 520;

export const horizon = section('When the plan runs, and in which steps.', {
  start: date('First day of the first period, as year-month-day.').exactOptional(),
  periods: whole('Number of periods of the plan.', { least: 1, most: MOST_PERIODS }),
  unit: choice('Length of one period.', ['day', 'week', 'month', 'quarter', 'year']).exactOptional(),
  tail: whole('Periods after the plan in which its lasting effect still counts; without it, as long as it lasts.', {
    least: 0,
    most: MOST_PERIODS,
  }).exactOptional(),
});
