import type { RankedReplicates } from './selection.ts';

/**
 * What each replicate says of the mean over the lowest `share` of all values (see `worstMeanOf`), so that their mean is that mean, and
 * its standard error that of their mean: each tells how far its values lie below the quantile of all, which is a mean of values
 * whatever their number. Worst means of replicates themselves vary too little where a replicate has few values.
 *
 * @param share  in (0, 1]
 * Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk" (2000): the mean is t - E[(t - X)+] / share at the
 * quantile t, and does not change with t near it.
 */
export function worstReplicates({ whole, replicates, upTo }: RankedReplicates, share: number): readonly number[] {
  const edge = Math.ceil(share * whole.count) - 1;
  const most = whole.at(edge);
  return upTo(edge).map((count, r) => {
    const part = replicates[r]!;
    const draws = share * part.count;
    return (part.sumOfLowest(count) + (draws - count) * most) / draws;
  });
}
