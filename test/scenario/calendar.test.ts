import { expect, it } from 'vitest';
import type { PeriodUnit } from '../../src/domain.ts';
import { periodOfDay } from '../../src/scenario/calendar.ts';

/**
 * By Python's datetime: the k with begin(k) <= day < begin(k + 1), plus 1, where begin(k) is the start plus k days,
 * weeks, or months with the day cut to calendar.monthrange.
 */
it.each<[day: string, start: string, unit: PeriodUnit, period: number]>([
  ['2027-01-04', '2027-01-04', 'week', 1],
  ['2027-01-10', '2027-01-04', 'week', 1],
  ['2027-01-11', '2027-01-04', 'week', 2],
  ['2028-03-01', '2027-01-04', 'week', 61],
  ['2026-12-31', '2027-01-04', 'week', 0],
  ['2028-02-29', '2027-12-15', 'day', 77],
  ['2100-03-01', '1999-12-31', 'day', 36586],
  ['2027-02-27', '2027-01-31', 'month', 1],
  ['2027-02-28', '2027-01-31', 'month', 2],
  ['2027-03-30', '2027-01-31', 'month', 2],
  ['2027-03-31', '2027-01-31', 'month', 3],
  ['2026-12-31', '2027-01-31', 'month', 0],
  ['2027-06-30', '2026-11-15', 'quarter', 3],
  ['2028-02-28', '2024-02-29', 'year', 4],
  ['2028-02-29', '2024-02-29', 'year', 5],
  ['2027-02-28', '2024-02-29', 'year', 4],
])('%s in a plan from %s by the %s is in period %i', (day, start, unit, period) => {
  expect(periodOfDay(day, start, unit)).toBe(period);
});
