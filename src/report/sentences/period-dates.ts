import type { Report, TimeWindow } from '../../domain.ts';
import { dayCalled, dayNumber, firstDayOf } from '../../scenario/calendar.ts';

/** First and last day of periods in a row, as ISO dates; undefined in a plan that has no first day. */
export function periodDates(
  { from, to }: TimeWindow,
  { start, unit }: Report['scenario'],
): readonly [first: string, last: string] | undefined {
  if (start === undefined) return undefined;
  return [firstDayOf(from, start, unit), dayCalled(dayNumber(firstDayOf(to + 1, start, unit)) - 1)];
}
