/** As many series as a picture has colours for. */
const MOST = 8;

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** The series as they are where each can have a colour; else the largest ones in their order, and the sum of all others last. */
export function largest(series: readonly Series[], othersName: (count: number) => string): readonly Series[] {
  if (series.length <= MOST) return series;
  const bySize = series.toSorted((a, b) => total(b) - total(a));
  const others = new Set(bySize.slice(MOST - 1));
  const summed = series[0]!.values.map((_, t) => [...others].reduce((sum, { values }) => sum + values[t]!, 0));
  return [...series.filter((one) => !others.has(one)), { name: othersName(others.size), values: summed }];
}

function total({ values }: Series): number {
  return values.reduce((sum, value) => sum + value, 0);
}
