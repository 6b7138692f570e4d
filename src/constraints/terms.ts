import type { LinearLimit, Range, Scenario } from '../domain.ts';

type Terms = LinearLimit['terms'];

/** Every period of these channels, each with coefficient 1. */
export function spendOf(channels: readonly number[], periods: readonly number[]): Terms {
  return channels.flatMap((channel) => periods.map((period) => ({ channel, period, coefficient: 1 })));
}

export function channelNames(scenario: Scenario): readonly string[] {
  return Object.keys(scenario.channels);
}

export function allChannels(scenario: Scenario): readonly number[] {
  return channelNames(scenario).map((_, c) => c);
}

export function allPeriods(scenario: Scenario): readonly number[] {
  return Array.from({ length: scenario.horizon.periods }, (_, t) => t);
}

/** A number that stands for every period, or one per period. */
export function inPeriod(value: number | readonly number[], period: number): number {
  return typeof value === 'number' ? value : value[period]!;
}

/** The limits of a range on one sum, `min` and `max` apart. */
export function rangeLimits(range: Range | undefined, name: string, path: string, terms: Terms): LinearLimit[] {
  const limits: LinearLimit[] = [];
  if (range?.min !== undefined)
    limits.push({ name: `${name}, at least`, path: `${path}.min`, terms, least: range.min });
  if (range?.max !== undefined) limits.push({ name: `${name}, at most`, path: `${path}.max`, terms, most: range.max });
  return limits;
}

/** Limits on the share that `channels` have of all spend: linear, since share × total is. */
export function shareLimits(
  scenario: Scenario,
  channels: readonly number[],
  share: Range | undefined,
  name: string,
  path: string,
): LinearLimit[] {
  const periods = allPeriods(scenario);
  const terms = (bound: number): Terms =>
    allChannels(scenario).flatMap((channel) =>
      periods.map((period) => ({ channel, period, coefficient: (channels.includes(channel) ? 1 : 0) - bound })),
    );
  const limits: LinearLimit[] = [];
  if (share?.min !== undefined) {
    limits.push({ name: `${name}, share at least`, path: `${path}.min`, terms: terms(share.min), least: 0 });
  }
  if (share?.max !== undefined) {
    limits.push({ name: `${name}, share at most`, path: `${path}.max`, terms: terms(share.max), most: 0 });
  }
  return limits;
}
