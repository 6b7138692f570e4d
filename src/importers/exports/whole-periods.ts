import { dayCalled, daysIn } from '../../scenario/calendar.ts';
import type { ExportRow } from './export-row.ts';

/**
 * Rows of a table in which a day stands for the week or the month that begins on it, as it does where all days lie whole weeks
 * apart or are the first of a month. Rows of a table whose days stand for themselves, or that tells longer times itself, stay as they are.
 */
export function wholePeriods(rows: readonly ExportRow[]): readonly ExportRow[] {
  const days = new Set(rows.flatMap(({ day }) => day?.first ?? []));
  const [first = 0] = days;
  if (days.size < 2 || rows.some(isLonger)) return rows;
  if ([...days].every((day) => dayCalled(day).endsWith('-01'))) return lasting(rows, daysOfMonth);
  return [...days].every((day) => (day - first) % 7 === 0) ? lasting(rows, () => 7) : rows;
}

function isLonger({ day, lastDay }: ExportRow): boolean {
  return lastDay !== undefined || (day !== undefined && day.last > day.first);
}

function lasting(rows: readonly ExportRow[], daysFrom: (first: number) => number): readonly ExportRow[] {
  return rows.map((row) => {
    const { day } = row;
    return day === undefined ? row : { ...row, day: { first: day.first, last: day.first + daysFrom(day.first) - 1 } };
  });
}

function daysOfMonth(first: number): number {
  const [year, month] = dayCalled(first).split('-').map(Number);
  return daysIn(year!, month!);
}
