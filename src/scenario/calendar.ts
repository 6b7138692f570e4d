import type { PeriodUnit } from '../domain.ts';

/** Days of a month of the Gregorian calendar; `month` from 1. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The period, from 1, that holds a day of a plan with this first day; 0 or less for a day before it.
 *
 * Months, quarters and years begin on the day of the month on which the plan does, or on the month's last where it is
 * shorter. Days are ISO dates.
 */
export function periodOfDay(day: string, start: string, unit: PeriodUnit): number {
  if (unit === 'day' || unit === 'week') {
    return Math.floor((dayNumber(day) - dayNumber(start)) / (unit === 'week' ? 7 : 1)) + 1;
  }
  const [year, month, date] = partsOf(day);
  const [firstYear, firstMonth, firstDate] = partsOf(start);
  const begun = date >= Math.min(firstDate, daysIn(year, month));
  const months = (year - firstYear) * 12 + month - firstMonth - (begun ? 0 : 1);
  return Math.floor(months / MONTHS[unit]) + 1;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Days since 1 March of the year 0, in which leap days come last. */
function dayNumber(day: string): number {
  const [year, month, date] = partsOf(day);
  const sinceMarch = (month + 9) % 12;
  const marchYear = sinceMarch >= 10 ? year - 1 : year;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  // Months from March on have 31, 30, 31, 30, 31 days, and again.
  return marchYear * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5) + date - 1;
}

function partsOf(day: string): readonly [year: number, month: number, date: number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
}
