import { NOTHING, type Spending, type Spent } from './spending.ts';
import type { Saying } from './languages/words.ts';

/** The sum of what was counted. */
export function sumOf(spent: Iterable<Spent>): Spent {
  let sum = NOTHING;
  for (const { spend, impressions, clicks, conversions } of spent) {
    sum = {
      spend: sum.spend + spend,
      impressions: sum.impressions + impressions,
      clicks: sum.clicks + clicks,
      conversions: sum.conversions + conversions,
    };
  }
  return sum;
}

/** Days of which the history tells, in full weeks of seven of them up to the last. */
export function weeksOf({ days, first, last, gaps }: Spending): readonly Spent[] {
  const weeks: Spent[] = [];
  for (let end = last; end - 6 >= first; end -= 7) {
    const week = Array.from({ length: 7 }, (_, d) => end - d);
    if (!week.some((day) => gaps.has(day))) weeks.push(sumOf(week.map((day) => days.get(day) ?? NOTHING)));
  }
  return weeks.reverse();
}

/** The same history over all of a longer time. */
export function over(spending: Spending, { first, last }: { readonly first: number; readonly last: number }): Spending {
  return { ...spending, first: Math.min(first, spending.first), last: Math.max(last, spending.last) };
}

/** Spend per week on average over the days that the file tells of. */
export function weeklySpend({ days, first, last, gaps }: Spending): number {
  return (7 * sumOf(days.values()).spend) / (last - first + 1 - gaps.size);
}

/** Where the spend of a channel is from, and how much it is. */
export function spendingPlace({ from, days }: Spending): Saying {
  const places = from.map(({ extract: { place, headings }, rows }) => ({ place, column: headings.spend ?? '', rows }));
  return ({ sources }) => sources.spend(places, sumOf(days.values()).spend);
}

/** Where the customers are from that its own file counts. */
export function countedPlace({ from }: Spending): Saying {
  const columns = from.map(({ extract: { place, headings } }) => ({
    place,
    columns: headings.conversions === undefined ? [] : [headings.conversions],
  }));
  return ({ sources }) => sources.columns(columns);
}
