import { daysIn } from '../calendar.ts';
import { inMessage } from '../fault.ts';
import { leaf, type Reading } from './leaf.ts';

/** A day of the Gregorian calendar as `2027-01-04`. */
export function date(about: string) {
  return leaf(about, { type: 'string', format: 'date' }, readDate);
}

/** A day as a file has it, `2027-01-04`. */
export function readDate(raw: unknown): Reading<string> {
  const message = `must be a date such as 2027-01-04, got ${inMessage(raw)}`;
  const parts = typeof raw === 'string' ? /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(raw) : null;
  if (parts === null) return { ok: false, message, advice: 'Write the year, then the month, then the day.' };
  const [year, month, day] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (month < 1 || month > 12) return { ok: false, message: `must be a date, but there is no month ${month}` };
  if (day < 1 || day > daysIn(year, month)) {
    return { ok: false, message: `must be a date, but month ${month} of ${year} has ${daysIn(year, month)} days` };
  }
  const written = `${parts[1]}-${parts[3]!.padStart(2, '0')}-${parts[4]!.padStart(2, '0')}`;
  return written === raw ? { ok: true, value: written } : { ok: false, message, replacement: written };
}
