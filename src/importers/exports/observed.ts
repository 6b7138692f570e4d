import { group, max, min } from 'd3-array';
import type { Crm } from './customers.ts';
import type { Cohort } from './cohorts.ts';
import type { Count } from './estimate.ts';
import { weekOf } from './week.ts';
import type { Spending } from './spending.ts';

/** First and last day of which the files tell. */
export interface Observed {
  readonly first: number;
  readonly last: number;
}

/** From the first day to the last of regular spend; without any, of all that happened. */
export function observedOf(
  spendings: readonly Spending[],
  { leads = [], deals = [], customers = [] }: Crm,
): Observed | undefined {
  const regular = spendings.filter(({ lasting }) => !lasting);
  const happened = [leads, deals, customers].flatMap((list) => list.flatMap(({ day = [] }) => day));
  const days = regular.length > 0 ? [] : happened;
  const spent = (regular.length > 0 ? regular : spendings).flatMap(({ first, last }) => [first, last]);
  const [first, last] = [min([...days, ...spent]), max([...days, ...spent])];
  return first === undefined || last === undefined ? undefined : { first, last };
}

export function isWithin(day: number | undefined, { first, last }: Observed): boolean {
  return day !== undefined && day >= first && day <= last;
}

export function weeksIn({ first, last }: Observed): number {
  return (last - first + 1) / 7;
}

/** The last day of orders, which may be after that of spend. */
export function lastOrderDay({ customers = [] }: Crm, observed: Observed): number {
  return Math.max(observed.last, max(customers, ({ orders }) => max(orders, ({ day }) => day)) ?? 0);
}

/** So many of so many by the week, from Monday, in which each began; what has no day is a week of its own. */
export function countsByWeek<T extends { readonly day?: number }>(
  all: readonly T[],
  isHit: (one: T) => boolean,
): readonly Count[] {
  const weeks = group(all, ({ day }) => (day === undefined ? undefined : weekOf(day)));
  return [...weeks.values()].map((own) => ({ hits: own.filter(isHit).length, of: own.length }));
}

/**
 * Events of each week and what they are compared with, on the days of which the history tells, in the order of time. Weeks begin on
 * the day of the week on which the history does: rows of a week each are not cut in two.
 */
export function countsBySpend(
  { days, first }: Spending,
  events: readonly { readonly day?: number }[],
  of: 'clicks' | 'conversions' | 'spend',
): readonly Cohort[] {
  const weeks = new Map<number, { readonly first: number; hits: number; of: number }>();
  const countsOf = (day: number) => {
    const begun = weekOf(day, first);
    const counts = weeks.get(begun) ?? { first: begun, hits: 0, of: 0 };
    weeks.set(begun, counts);
    return counts;
  };
  for (const [day, spent] of days) countsOf(day).of += spent[of];
  for (const { day } of events) if (day !== undefined && days.has(day)) countsOf(day).hits += 1;
  return [...weeks.values()].toSorted((a, b) => a.first - b.first);
}
