import { added, NOTHING, type Spending, type Spent } from './spending.ts';
import type { Saying } from './languages/words.ts';

/** The sum of what was counted. */
export function sumOf(spent: Iterable<Spent>): Spent {
  let sum = NOTHING;
  for (const one of spent) sum = added(sum, one);
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

/** What rows of more than a week tell, else weeks: whatever differs from time to time can be seen in these. */
export function timesOf(spending: Spending): readonly Spent[] {
  return spending.longRows.length > 0 ? spending.longRows : weeksOf(spending);
}

/** Where the customers are from that its own file counts, and what they paid. */
export function countedPlace({ from }: Pick<Spending, 'from'>, fields: readonly ('conversions' | 'told')[]): Saying {
  const columns = from.map(({ extract: { place, headings } }) => ({
    place,
    columns: fields.flatMap((field) => headings[field] ?? []),
  }));
  return ({ sources }) => sources.columns(columns);
}

/** Whether all of it is from tables that people keep themselves. */
export function isOwnTable({ from }: Spending): boolean {
  return from.every(({ extract }) => extract.fingerprint.kind === 'costs');
}
