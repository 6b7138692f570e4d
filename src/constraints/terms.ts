import type { Channel, ChannelLimits, LimitSource, LinearLimit, Range, Scenario } from '../domain.ts';

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

/** One period of one channel that has a limit, and how limits there are called. */
export interface PeriodOfChannel {
  readonly channel: Channel;
  readonly name: string;
  /** Of the channel. */
  readonly index: number;
  readonly period: number;
  /** The spend of this channel in this period. */
  readonly terms: Terms;
  /** `search, period 3`. */
  readonly where: string;
  /** Of the field, or of the period's own number in it. */
  readonly path: string;
}

/** What `limitsOf` makes of a field of `limits`, for every period of every channel that has it. */
export function eachPeriod<Field extends keyof ChannelLimits>(
  scenario: Scenario,
  field: Field,
  limitsOf: (value: NonNullable<ChannelLimits[Field]>, at: PeriodOfChannel) => readonly LinearLimit[],
): LinearLimit[] {
  return Object.entries(scenario.channels).flatMap(([name, channel], index) => {
    const value = channel.limits[field];
    if (value === undefined) return [];
    return allPeriods(scenario).flatMap((period) =>
      limitsOf(value, {
        channel,
        name,
        index,
        period,
        terms: spendOf([index], [period]),
        where: `${name}, period ${period + 1}`,
        path: fieldPath(`channels.${name}.limits.${field}`, value, period),
      }),
    );
  });
}

/** Path of a period's own number where a field holds a number for each. */
export function fieldPath(path: string, value: unknown, period: number): string {
  return Array.isArray(value) && typeof value[period] === 'number' ? `${path}[${period}]` : path;
}

/** Limits on the share that `channels` have of all spend. */
export function shareLimits(
  scenario: Scenario,
  channels: readonly number[],
  share: Range | undefined,
  name: string,
  path: string,
): LinearLimit[] {
  const ofShare = (bound: number) => ({
    terms: shareTerms(scenario, channels, bound),
    source: shareSource(scenario, bound),
  });
  const limits: LinearLimit[] = [];
  if (share?.min !== undefined) {
    limits.push({ name: `${name}, share at least`, path: `${path}.min`, least: 0, ...ofShare(share.min) });
  }
  if (share?.max !== undefined) {
    limits.push({ name: `${name}, share at most`, path: `${path}.max`, most: 0, ...ofShare(share.max) });
  }
  return limits;
}

/** A share of all spend in the file: each unit of it takes all spend off what the limit is about. */
export function shareSource(scenario: Scenario, share: number): LimitSource {
  const terms = spendOf(allChannels(scenario), allPeriods(scenario)).map((term) => ({ ...term, coefficient: -1 }));
  return { kind: 'number', number: share, unit: 'rate', bound: 0, terms };
}

/** What `channels` have above the share `bound` of all spend: linear, since share × total is. */
export function shareTerms(scenario: Scenario, channels: readonly number[], bound: number): Terms {
  const periods = allPeriods(scenario);
  return allChannels(scenario).flatMap((channel) => {
    const coefficient = (channels.includes(channel) ? 1 : 0) - bound;
    return periods.map((period) => ({ channel, period, coefficient }));
  });
}
