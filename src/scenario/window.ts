import type { TimeWindow } from '../domain/time.ts';
import { periodOfDay } from './calendar.ts';
import type { ChannelFields } from './check/rule.ts';
import type { ScenarioFile } from './schema/scenario.ts';

type Horizon = ScenarioFile['horizon'];

/** Periods in a row as a file writes them. */
export type WindowFields = NonNullable<NonNullable<ChannelFields['limits']>['only']>;

/** One end of a window. */
export type Moment = NonNullable<WindowFields['from']>;

/** The period, from 1, that a file means; undefined for a day in a plan that has no first day. It may lie outside the plan. */
export function periodOf(moment: Moment, { start, unit = 'week' }: Horizon): number | undefined {
  if (typeof moment === 'number') return moment;
  return start === undefined ? undefined : periodOfDay(moment, start, unit);
}

/** The periods of a window whose ends were checked to lie within the plan. */
export function windowOf({ from = 1, to }: WindowFields, horizon: Horizon): TimeWindow {
  return { from: periodOf(from, horizon)!, to: periodOf(to ?? horizon.periods, horizon)! };
}
