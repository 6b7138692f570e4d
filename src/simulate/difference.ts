import type { Difference, GoalMetric, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import { REPLICATES } from '../random/points.ts';
import { replicateInterval } from '../statistics/replicates.ts';
import { quantileOfSorted, tailMean } from '../statistics/quantile.ts';
import { fromReplicates, ofReplicates } from './estimate.ts';
import { WORST_SHARE } from './summarize.ts';
import type { Tally } from './tally.ts';

/** Plan `b` minus plan `a`, draw by draw on the same draws: what changes whatever the world turns out to be. */
export function differenceOf(metric: GoalMetric, a: Plan, tallyA: Tally, b: Plan, tallyB: Tally): Difference {
  return { a: a.name, b: b.name, metric, ...changeOf(tallyA.totals[metric], tallyB.totals[metric]) };
}

/** How a figure changes, from one number per draw before and after, on the same draws. */
export function changeOf(before: Row, after: Row): Omit<Difference, 'a' | 'b' | 'metric'> {
  const change = after.map((value, i) => value - before[i]!);
  const better = change.map((value) => (value > 0 ? 1 : 0));
  const sorted = change.toSorted();
  const worst = (row: Row) => tailMean(row.toSorted(), WORST_SHARE);
  const parts = Array.from({ length: REPLICATES }, (_, r) => {
    const pick = (row: Row) => row.filter((_, i) => i % REPLICATES === r);
    return worst(pick(after)) - worst(pick(before));
  });
  const mean = fromReplicates(sums(change), change.length);
  const { low, high } = replicateInterval(mean.value, mean.standardError, REPLICATES, 0.95);
  return {
    mean,
    interval: [low, high],
    range: [quantileOfSorted(sorted, 0.05), quantileOfSorted(sorted, 0.95)],
    chanceBetter: fromReplicates(sums(better), better.length),
    worstMeanChange: ofReplicates(worst(after) - worst(before), parts),
  };
}

function sums(row: Float64Array): Float64Array {
  const total = new Float64Array(REPLICATES);
  row.forEach((value, i) => {
    total[i % REPLICATES] = total[i % REPLICATES]! + value;
  });
  return total;
}
