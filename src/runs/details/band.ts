import { quantileOfSorted } from '../../statistics/quantile.ts';

/** Where the draws of a figure lie: half of them between the quarters, nine tenths between the ends. */
export interface Band {
  readonly low: number;
  readonly lowerQuarter: number;
  readonly median: number;
  readonly upperQuarter: number;
  readonly high: number;
}

export function bandOf(values: Float64Array): Band {
  const sorted = values.toSorted();
  return {
    low: quantileOfSorted(sorted, 0.05),
    lowerQuarter: quantileOfSorted(sorted, 0.25),
    median: quantileOfSorted(sorted, 0.5),
    upperQuarter: quantileOfSorted(sorted, 0.75),
    high: quantileOfSorted(sorted, 0.95),
  };
}
