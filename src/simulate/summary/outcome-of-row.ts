import type { Estimate } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import { quantileOf, worstMeanOf } from '../../statistics/ranked.ts';
import { ranked } from '../../statistics/selection.ts';
import { worstReplicates } from '../../statistics/worst-replicates.ts';
import { ofReplicates } from '../tally/estimate.ts';
import { meanOf } from '../tally/row-estimates.ts';
import { RANGE, WORST_SHARE } from './series.ts';

/** Of one number per draw, whose replicates take turns. */
export interface RowOutcome {
  readonly mean: Estimate;
  /** Where 90 % of draws lie. */
  readonly range: readonly [number, number];
  /** Over the worst tenth of draws. */
  readonly worstMean: Estimate;
}

export function outcomeOfRow(row: Row): RowOutcome {
  const values = ranked(row, REPLICATES, { quantiles: RANGE, worst: [WORST_SHARE] });
  return {
    mean: meanOf(row),
    range: [quantileOf(values.whole, RANGE[0]), quantileOf(values.whole, RANGE[1])],
    worstMean: ofReplicates(worstMeanOf(values.whole, WORST_SHARE), worstReplicates(values, WORST_SHARE)),
  };
}
