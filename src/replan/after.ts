import type { Scenario } from '../domain.ts';
import { refusal } from '../errors.ts';
import { periodOfDay } from '../scenario/calendar.ts';
import { counted } from '../scenario/fault.ts';
import { readDate } from '../scenario/schema/date.ts';

/**
 * How many periods of a plan are past.
 *
 * @param after  their number, or a day: what ends before it is past
 * @throws ScenarioError  when it is neither, or when nothing of the plan is left
 */
export function periodsPast({ horizon }: Pick<Scenario, 'horizon'>, after: number | string): number {
  const { start, periods, unit } = horizon;
  if (typeof after === 'string') return expectLeft(Math.max(0, periodBegun(after) - 1));
  if (!Number.isInteger(after) || after < 0) throw refusal('after', `must be a whole number of ${unit}s, got ${after}`);
  return expectLeft(after);

  function periodBegun(day: string): number {
    const reading = readDate(day);
    if (!reading.ok) {
      throw refusal(
        'after',
        `must be a number of ${unit}s or a date such as 2027-01-04, got \`${day}\``,
        reading.advice,
      );
    }
    if (start !== undefined) return periodOfDay(reading.value, start, unit);
    const advice = `Add the first day of the plan as \`horizon.start\`, or give the number of ${unit}s that are past.`;
    throw refusal(
      'after',
      `the scenario does not say when its plan starts, so ${day} may be any of its ${unit}s`,
      advice,
    );
  }

  function expectLeft(past: number): number {
    if (past < periods) return past;
    const length = counted(periods, unit, `${unit}s`);
    throw refusal('after', `leaves nothing to plan: the plan of ${length} is over`, `Give less than ${periods}.`);
  }
}
