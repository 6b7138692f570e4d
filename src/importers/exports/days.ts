import { dayCalled, dayNumber, daysIn } from '../../scenario/calendar.ts';
import type { CellContent } from '../../tables/sheet.ts';
import { weekOf } from './week.ts';

/** First and last day that a cell names, as day numbers: a month has many. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** In `3/4/2026`. */
export type DayOrder = 'day first' | 'month first';

/** How names of months begin, in English, German and French. */
const MONTHS = [
  /^jan/,
  /^f(?:eb|[ée]v)/,
  /^(?:mar|mär|mrz)/,
  /^a(?:pr|vr)/,
  /^ma[iy]/,
  /^ju(?:n|in)/,
  /^ju(?:l|il)/,
  /^a(?:ug|o[uû])/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^d(?:e[cz]|éc)/,
];
const BIG_END = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const LITTLE_END = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,].*)?$/;
const DAY_NAMED = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})(?:[ ,].*)?$/u;
const MONTH_NAMED = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?:[ ,].*)?$/u;
/** `Jan 2026`, and `Jan-26` as spreadsheets show months. */
const MONTH_NAMED_ONLY = /^(\p{L}{3,})\.?(?:,?\s+|-)((?:20)?\d{2})$/u;
const QUARTER = /^(?:(\d{4})[- ]?q([1-4])|q([1-4])[-/ ](\d{4}))$/i;
const MONTH_ONLY = /^(\d{4})[-/.年](\d{1,2})月?$/;
/** Of ISO 8601, as 2025年第3周 is, too. */
const WEEK = /^(\d{4})(?:[- ]?(?:w|kw|cw)[- ]?|年第?)(\d{1,2})周?(?:-([1-7]))?$/i;

/** Day 25,569 of spreadsheets is the first of 1970. */
const FIRST_SERIAL = dayNumber('1970-01-01') - 25_569;
/** Days from 1954 to 2064: other numbers are no days, and other dates stand for none, as 9999-12-31 and 0001-01-01 do. */
const SERIALS = { least: 20_000, most: 60_000 };

/** With points, nobody writes the month first. */
const POINTS = /^\d{1,2}\.\d{1,2}\./;

/** The order that some of these texts decide, by points or a number above 12: `either` where none does, undefined where no text needs one. */
export function dayOrderOf(cells: Iterable<CellContent>): DayOrder | undefined | 'either' {
  let seen: 'either' | undefined;
  for (const cell of cells) {
    const text = String(cell).trim();
    const [, first, second] = LITTLE_END.exec(text) ?? [];
    if (Number(first) > 12 || (first !== undefined && POINTS.test(text))) return 'day first';
    if (Number(second) > 12) return 'month first';
    if (first !== undefined) seen = 'either';
  }
  return seen;
}

/** The day, or days, that a cell names in any of the forms that exports have; undefined where it names none from 1954 to 2064. */
export function spanIn(cell: CellContent, order: DayOrder): Span | undefined {
  const isSerial = typeof cell === 'number' && isNear(cell);
  const span = isSerial ? single(FIRST_SERIAL + Math.floor(cell)) : writtenIn(String(cell).trim(), order);
  return span !== undefined && isNear(span.first - FIRST_SERIAL) && isNear(span.last - FIRST_SERIAL) ? span : undefined;
}

/** The minute of the day that a cell tells beside its day; undefined where it tells none. */
export function minuteIn(cell: CellContent): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) ? undefined : Math.round((cell % 1) * 1440) % 1440;
  const [, hour, minute, half] = TIME_OF_DAY.exec(cell.trim()) ?? [];
  if (hour === undefined) return undefined;
  const afternoon = half?.toLowerCase() === 'pm' ? 12 : 0;
  return (half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon) * 60 + Number(minute);
}

const TIME_OF_DAY = /[ T](\d{1,2}):(\d{2})(?::\d{2})?(?: ?(am|pm))?$/i;

function isNear(serial: number): boolean {
  return serial >= SERIALS.least && serial < SERIALS.most;
}

function writtenIn(text: string, order: DayOrder): Span | undefined {
  const whole = BIG_END.exec(text) ?? COMPACT.exec(text);
  if (whole !== null) return spanOf(whole[1], whole[2], whole[3]);
  const [, one, two, year] = LITTLE_END.exec(text) ?? [];
  if (year !== undefined) return order === 'day first' ? spanOf(year, two, one) : spanOf(year, one, two);
  const [, date, monthName, yearBehind] = DAY_NAMED.exec(text) ?? [];
  if (date !== undefined) return spanOf(yearBehind, numberOf(monthName!), date);
  const [, name, dateBehind, lastYear] = MONTH_NAMED.exec(text) ?? [];
  if (name !== undefined) return spanOf(lastYear, numberOf(name), dateBehind);
  const [, onlyName, yearOfMonth] = MONTH_NAMED_ONLY.exec(text) ?? [];
  if (onlyName !== undefined) return spanOf(yearOfMonth!.padStart(4, '20'), numberOf(onlyName));
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return spanOfQuarter(quarter[1] ?? quarter[4]!, Number(quarter[2] ?? quarter[3]));
  const month = MONTH_ONLY.exec(text);
  if (month !== null) return spanOf(month[1], month[2]);
  const week = WEEK.exec(text);
  return week === null ? undefined : spanOfWeek(week[1]!, Number(week[2]), week[3]);
}

function numberOf(monthName: string): string {
  return String(MONTHS.findIndex((month) => month.test(monthName.toLowerCase())) + 1);
}

/** A day that the calendar has; the whole month without `date`. */
function spanOf(year: string | undefined, month: string | undefined, date?: string): Span | undefined {
  const [y, m] = [Number(year), Number(month)];
  if (!(m >= 1 && m <= 12)) return undefined;
  const last = daysIn(y, m);
  const number = (day: number) => dayNumber(`${y}-${m}-${day}`);
  if (date === undefined) return { first: number(1), last: number(last) };
  const day = Number(date);
  return day >= 1 && day <= last ? single(number(day)) : undefined;
}

function spanOfQuarter(year: string, quarter: number): Span | undefined {
  const [first, last] = [spanOf(year, `${3 * quarter - 2}`), spanOf(year, `${3 * quarter}`)];
  return first === undefined || last === undefined ? undefined : { first: first.first, last: last.last };
}

/** A week of ISO 8601, from Monday: the first of a year is the one with January 4. One day of it where `date` says so, from 1. */
function spanOfWeek(year: string, week: number, date?: string): Span | undefined {
  const first = weekOf(dayNumber(`${year}-01-04`)) + 7 * (week - 1);
  // A week belongs to the year of its Thursday.
  if (week < 1 || !dayCalled(first + 3).startsWith(year)) return undefined;
  return date === undefined ? { first, last: first + 6 } : single(first + Number(date) - 1);
}

function single(day: number): Span {
  return { first: day, last: day };
}
