import { inMessage } from '../fault.ts';
import { readDate } from './date.ts';
import { MOST_PERIODS } from './horizon.ts';
import { leaf, list, section, type Reading } from './leaf.ts';
import { readCertain } from './number.ts';
import type { Read } from './read.ts';

/** Periods in a row. */
export function timeWindow(about: string) {
  return section(about, {
    from: moment('First of these periods, counted from 1, or a day in it; the first of the plan without it.'),
    to: moment('Last of these periods, counted from 1, or a day in it; the last of the plan without it.'),
  });
}

/** Any number of them. */
export function timeWindows(about: string, each: string) {
  return list(about, timeWindow(each), { most: MOST_PERIODS });
}

/** A period by its number or by a day in it. */
function moment(about: string) {
  return leaf(
    about,
    { anyOf: [{ type: 'integer' }, { type: 'string', format: 'date' }] },
    (raw): Reading<Read<number> | string> => {
      if (typeof raw === 'string' && /^\d{4}[-/.]/.test(raw)) return readDate(raw);
      const reading = readCertain(raw, { unit: 'periods', least: 1, most: MOST_PERIODS });
      if (reading.ok && Number.isInteger(reading.value.value)) return reading;
      const message = `must be a period from 1 on, or a date such as 2027-01-04, got ${inMessage(raw)}`;
      return { ok: false, message };
    },
  ).exactOptional();
}
