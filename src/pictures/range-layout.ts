/** The ends of a range and the place of the plan in it, not negative. */
export interface RangePlaces {
  readonly from: number;
  readonly plan: number;
  readonly to: number;
}

/** Where bars of ranges are drawn, in percent of the width: on one scale from nothing to the largest amount. */
export function layOutRanges(ranges: readonly RangePlaces[]): readonly RangePlaces[] {
  const largest = Math.max(...ranges.flatMap(({ plan, to }) => [plan, to]));
  const place = (amount: number) => (largest > 0 ? (amount / largest) * 100 : 0);
  return ranges.map(({ from, plan, to }) => ({ from: place(from), plan: place(plan), to: place(to) }));
}
