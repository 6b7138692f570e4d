import { refusal } from '../../errors.ts';
import { dayCalled } from '../../scenario/calendar.ts';
import { readDate } from '../../scenario/schema/date.ts';
import { weekOf } from './week.ts';

/** The time that is planned: its first day and how many weeks it has. */
export interface Weeks {
  /** ISO date. */
  readonly start: string;
  readonly periods: number;
}

/** The same, and when it begins unless something else is asked for. */
export interface PlannedWeeks extends Weeks {
  readonly usualStart: string;
}

const USUAL_WEEKS = 12;
/** Two years: what a history tells of is long over then. */
export const MOST_WEEKS = 104;

/**
 * The weeks that were asked for, else twelve from the Monday after the history.
 *
 * @param last  the last day of which files tell, as a day number
 * @throws ScenarioError  where they cannot be planned
 */
export function weeksAfter(last: number, { start, periods = USUAL_WEEKS }: Partial<Weeks>): PlannedWeeks {
  if (!(Number.isInteger(periods) && periods >= 1 && periods <= MOST_WEEKS)) {
    throw refusal('periods', `must be a whole number of weeks from 1 to ${MOST_WEEKS}`);
  }
  const usualStart = dayCalled(weekOf(last) + 7);
  const reading = readDate(start ?? usualStart);
  if (!reading.ok) throw refusal('start', reading.message, reading.advice);
  return { start: reading.value, periods, usualStart };
}
