import { describe, expect, it } from 'vitest';
import type { PeriodUnit } from '../../src/domain.ts';
import fc from 'fast-check';
import { firstDayOf, periodOfDay } from '../../src/scenario/calendar.ts';

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

describe('the first day of a period', () => {
  // date(2027, 1, 4) + timedelta(weeks=60), date(1999, 12, 31) + timedelta(days=36585), and months by calendar.monthrange.
  it.each<[period: number, start: string, unit: PeriodUnit, day: string]>([
    [1, '2027-01-04', 'week', '2027-01-04'],
    [61, '2027-01-04', 'week', '2028-02-28'],
    [36_586, '1999-12-31', 'day', '2100-03-01'],
    [77, '2027-12-15', 'day', '2028-02-29'],
    [2, '2027-01-31', 'month', '2027-02-28'],
    [3, '2027-01-31', 'month', '2027-03-31'],
    [12, '2027-01-31', 'month', '2027-12-31'],
    [13, '2027-01-31', 'month', '2028-01-31'],
    [3, '2026-11-15', 'quarter', '2027-05-15'],
    [5, '2024-02-29', 'year', '2028-02-29'],
    [4, '2024-02-29', 'year', '2027-02-28'],
  ])('%i of a plan from %s by the %s is %s', (period, start, unit, day) => {
    expect(firstDayOf(period, start, unit)).toBe(day);
  });

  it('is in the period, and the day before it is not', () => {
    const units = fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'quarter', 'year');
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2400-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, units, fc.integer({ min: 1, max: 520 }), (date, unit, period) => {
        const start = date.toISOString().slice(0, 10);
        const first = firstDayOf(period, start, unit);
        // The clock of the platform knows the day before.
        const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
        expect(periodOfDay(first, start, unit)).toBe(period);
        expect(periodOfDay(before, start, unit)).toBe(period - 1);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
