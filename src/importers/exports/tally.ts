/** How often each value occurs, in the order in which they occur first. */
export function tally<T>(values: Iterable<T>): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The value that occurs most often, the first of equals; undefined where there is none. */
export function mostFrequent<T>(values: Iterable<T>): T | undefined {
  return [...tally(values)].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
