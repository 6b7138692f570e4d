import type { Scenario } from '../domain.ts';
import { nearest } from '../formula/nearest.ts';
import { periodsText } from '../report/sentences/words.ts';
import { periodOfDay } from '../scenario/calendar.ts';
import { inMessage, listed } from '../scenario/fault.ts';
import { readValue } from '../scenario/quantity/value.ts';
import { readDate } from '../scenario/schema/date.ts';
import type { Reading } from '../scenario/schema/leaf.ts';

/** A period by its number, from 1, or by one of its days. */
export interface When {
  readonly period: number;
  readonly day?: string;
}

/** What to write where nothing was spent, which is not the same as not knowing. */
export const ZERO = 'Write 0 where nothing was spent.';

/** The channel that is called so, by its name or its label. */
export function channelCalled({ channels }: Scenario, written: string): Reading<string> {
  const names = Object.keys(channels);
  const known =
    names.find((name) => name === written) ??
    (written === '' ? undefined : names.find((name) => channels[name]!.label === written));
  if (known !== undefined) return { ok: true, value: known };
  if (written === '') return { ok: false, message: 'the name of the channel is missing' };
  const meant = nearest(written, names);
  const there = `The scenario has ${listed(names, 'and')}.`;
  return {
    ok: false,
    message: `there is no channel ${inMessage(written)}`,
    advice: meant === undefined ? there : `Did you mean \`${meant}\`? ${there}`,
  };
}

/** One of the first `past` periods of the plan, by its number (`3`, `week 3`) or one of its days. */
export function pastPeriod({ horizon }: Scenario, past: number, written: string): Reading<When> {
  const { unit, start } = horizon;
  const number = new RegExp(`^(?:(?:${unit}|period)\\s*)?(\\d{1,4})$`, 'i').exec(written)?.[1];
  if (number !== undefined) return expectPast({ period: Number(number) });
  const reading = readDate(written);
  // Exports of other programs write days in their own way, which a table is not to be edited for.
  const day = reading.ok ? reading.value : reading.replacement;
  if (day === undefined) {
    const message = written === '' ? `the ${unit} is missing` : `${inMessage(written)} is no ${unit} of the plan`;
    return { ok: false, message, advice: 'Write its number, or one of its days such as 2027-01-04.' };
  }
  if (start !== undefined) return expectPast({ period: periodOfDay(day, start, unit), day });
  return {
    ok: false,
    message: `the scenario does not say when its plan starts, so ${day} may be in any ${unit}`,
    advice: `Add the first day of the plan as \`horizon.start\`, or write the number of the ${unit}.`,
  };

  function expectPast(when: When): Reading<When> {
    const { period } = when;
    if (period >= 1 && period <= past) return { ok: true, value: when };
    const named = when.day ?? `${unit} ${period}`;
    if (period < 1) {
      const advice = 'What was spent before the plan is the `carryIn` of a channel.';
      return { ok: false, message: `${named} lies before the plan`, advice };
    }
    const advice =
      past === 0 ? 'No period of the plan is.' : `Only ${periodsNamed(upTo(past), unit)} ${past === 1 ? 'is' : 'are'}.`;
    return { ok: false, message: `${named} is not past`, advice };
  }
}

/** An amount of money, 0 or more, as people write it. */
export function amountSpent({ currency }: Scenario, written: unknown): Reading<number> {
  if (written === '' || written === null) return { ok: false, message: 'the amount is missing', advice: ZERO };
  return readValue(written, { unit: 'money', currency });
}

/** `weeks 1-4, 7`, with plain spaces. */
export function periodsNamed(periods: readonly number[], unit: Scenario['horizon']['unit']): string {
  return periodsText(periods, unit).replaceAll('\u00a0', ' ');
}

/** 1 to `last`. */
export function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, t) => t + 1);
}
