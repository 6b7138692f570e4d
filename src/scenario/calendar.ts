import type { PeriodUnit } from '../domain/time.ts';

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

/** The first day of a period, from 1, of a plan with this first day: the smallest of which `periodOfDay` says so. ISO dates. */
export function firstDayOf(period: number, start: string, unit: PeriodUnit): string {
  if (unit === 'day' || unit === 'week') {
    return dayCalled(dayNumber(start) + (period - 1) * (unit === 'week' ? 7 : 1));
  }
  const [firstYear, firstMonth, firstDate] = partsOf(start);
  const months = firstYear * 12 + firstMonth - 1 + (period - 1) * MONTHS[unit];
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return isoDate(year, month, Math.min(firstDate, daysIn(year, month)));
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Days of an ISO date since 1 March of the year 0, in which leap days come last. That day was a Wednesday. */
export function dayNumber(day: string): number {
  const [year, month, date] = partsOf(day);
  const sinceMarch = (month + 9) % 12;
  const marchYear = sinceMarch >= 10 ? year - 1 : year;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  // Months from March on have 31, 30, 31, 30, 31 days, and again.
  return marchYear * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5) + date - 1;
}

/** The ISO date with this number: years from March on are cut into 400, 100, 4 and 1 of them, none of which has a leap day within. */
export function dayCalled(number: number): string {
  const era = Math.floor(number / DAYS_IN_400_YEARS);
  const day = number - era * DAYS_IN_400_YEARS;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const rest = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const march = Math.floor((5 * rest + 2) / 153);
  const month = ((march + 2) % 12) + 1;
  return isoDate(era * 400 + year + (march >= 10 ? 1 : 0), month, rest - Math.floor((153 * march + 2) / 5) + 1);
}

const DAYS_IN_400_YEARS = 146_097;

function isoDate(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function partsOf(day: string): readonly [year: number, month: number, date: number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
}
