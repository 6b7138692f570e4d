import { dayCalled, dayNumber } from '../../../scenario/calendar.ts';

/** China has one time, 8 hours before that of Greenwich, and no summer time since 1991. */
const HOURS_BEFORE = 8;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = dayNumber('1970-01-01');
/** Milliseconds of the year 9999: what is beyond is no time. */
const LAST = 253_402_300_799_999;

/** `2026-01-31 08:05` in China at so many milliseconds since 1970 began in Greenwich; undefined for what is no time. */
export function chinaTimeAt(milliseconds: number): string | undefined {
  if (Math.abs(milliseconds) > LAST) return undefined;
  const local = milliseconds + HOURS_BEFORE * HOUR;
  const day = Math.floor(local / DAY);
  const ofDay = local - day * DAY;
  const [hour, minute] = [ofDay / HOUR, (ofDay % HOUR) / MINUTE].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${dayCalled(FIRST + day)} ${hour}:${minute}`;
}

const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}(?:\.\d+)?Z$/;

/** The day in China at a time written `2026-01-31T16:00:00.000Z`; undefined for what is not written so. */
export function chinaDayOf(text: string): string | undefined {
  const [, day, hour] = TIME.exec(text) ?? [];
  if (day === undefined) return undefined;
  return dayCalled(dayNumber(day) + (Number(hour) >= 24 - HOURS_BEFORE ? 1 : 0));
}
