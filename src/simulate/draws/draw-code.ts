import type { Row } from '../../domain/row.ts';
import type { RowRoom } from '../../kernel/row-room.ts';
import type { Step } from '../../kernel/tape.ts';
import { transform } from '../../distributions/marginal.ts';
import { type MarginalTable } from '../../distributions/marginal-table.ts';
import { correlate, type CorrelationCluster } from '../../random/dependence.ts';
import { normalScores, type PointStream } from '../../random/points.ts';

/**
 * The steps by which rows of draws are made. `Scores` is a row of standard normal scores, wherever the code keeps it.
 * All codes give the same bits.
 */
export interface DrawCode<Scores> {
  /**
   * Turns to draws `first`, …, `first + count - 1`, and forgets the scores of those before.
   *
   * @param room  where the rows of `values` are to stand, if anywhere
   */
  begin(first: number, count: number, room?: RowRoom): void;
  /** Independent scores of a stream. */
  scores(stream: PointStream): Scores;
  /** Scores of a cluster's members, from those of its sources. */
  correlate(cluster: CorrelationCluster, sources: readonly Scores[]): readonly Scores[];
  /** What a marginal makes of scores, which are forgotten. */
  values(table: MarginalTable, scores: Scores): Row;
  /** Does a step between these, for the draws begun with and again for any others that the code goes on to. */
  also(step: Step): void;
}

/** The plain functions, for any host. */
export function plainDraws(): DrawCode<Row> {
  let first = 0;
  let count = 0;
  return {
    begin(from, number) {
      first = from;
      count = number;
    },
    scores(stream) {
      const row = new Float64Array(count);
      normalScores(stream, first, count, row);
      return row;
    },
    correlate(cluster, sources) {
      const out = cluster.ids.map(() => new Float64Array(count));
      correlate(cluster, sources, out, count);
      return out;
    },
    values(table, scores) {
      transform(table, scores, scores, count);
      return scores;
    },
    also: (step) => void step(0),
  };
}
