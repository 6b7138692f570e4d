/** The parts that stresses are made of. */
import type { Multiplier, Quantity, Scenario, Shock } from '../domain.ts';
import { compile } from '../scenario/compile/compile.ts';
import type { StressedWorld } from './stress-family.ts';

/** A name that no stress of a file can have. */
const OWN = ' stress';

/** The world in which a shock holds in every draw. */
export function shocked(scenario: Scenario, shock: Partial<Shock>, hits?: readonly string[]): StressedWorld {
  const all = { ...scenario, stresses: { ...scenario.stresses, [OWN]: { multiply: [], switchOff: [], ...shock } } };
  return {
    ...(hits === undefined ? {} : { hits }),
    compile: (stresses) => compile(all, [...stresses, OWN]),
  };
}

/** `times('*', 'price', 1.3)`: a part of a shock. */
export function times(channel: string, what: 'price' | 'demand' | 'value', factor: number): Multiplier {
  return { channel, what, factor: certain(factor) };
}

/** The same of the rates of all currencies. */
export function ratesTimes(factor: number): Multiplier {
  return { currency: '*', what: 'rate', factor: certain(factor) };
}

function certain(value: number): Quantity {
  return { kind: 'constant', value, text: String(value) };
}

/** Names of channels that a test holds for. */
export function channelsWhere(scenario: Scenario, holds: (name: string) => boolean): readonly string[] {
  return Object.keys(scenario.channels).filter(holds);
}

/** The channel that gets most of today's money; undefined where none gets any. */
export function largestChannel({ channels }: Scenario): string | undefined {
  const totals = Object.entries(channels).map(([name, { plan }]) => ({
    name,
    total: plan.reduce((sum, amount) => sum + amount, 0),
  }));
  const most = totals.reduce((a, b) => (b.total > a.total ? b : a), { name: '', total: 0 });
  return most.total > 0 ? most.name : undefined;
}

/** Periods that make about a month: at least one, and at most all. */
export function aMonth({ horizon: { unit, periods } }: Scenario): number {
  const length = { day: 30, week: 4, month: 1, quarter: 1, year: 1 }[unit];
  return Math.min(length, periods);
}

/** The first period, from 1, of the second half. */
export function secondHalf({ horizon: { periods } }: Scenario): number {
  return Math.floor(periods / 2) + 1;
}
