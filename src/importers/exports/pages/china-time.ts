import { dayCalled, dayNumber } from '../../../scenario/calendar.ts';

/** China has one time, 8 hours before that of Greenwich, and no summer time since 1991. */
const HOURS_BEFORE = 8;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = dayNumber('1970-01-01');
/** Milliseconds of the year 9999: what is beyond is no time. */
const LAST = 253_402_300_799_999;

/** The day in China, as an ISO date, at so many milliseconds since 1970 began in Greenwich; undefined for what is no time. */
export function chinaDayAt(milliseconds: number): string | undefined {
  if (Math.abs(milliseconds) > LAST) return undefined;
  return dayCalled(FIRST + Math.floor((milliseconds + HOURS_BEFORE * HOUR) / DAY));
}

const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}(?:\.\d+)?Z$/;

/** The day in China at a time written `2026-01-31T16:00:00.000Z`; undefined for what is not written so. */
export function chinaDayOf(text: string): string | undefined {
  const [, day, hour] = TIME.exec(text) ?? [];
  if (day === undefined) return undefined;
  return dayCalled(dayNumber(day) + (Number(hour) >= 24 - HOURS_BEFORE ? 1 : 0));
}
