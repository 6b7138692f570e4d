import type { Estimate, Goal } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';
import { splitReplicates } from '../simulate/tally/row-estimates.ts';
import { mean } from '../statistics/mean.ts';
import { tailMean } from '../statistics/quantile.ts';

/** What a plan brings in one world, draw by draw. */
export interface WorldRows {
  /** The figure of the goal. */
  readonly figure: Row;
  /** That of which the worst cases count: the figure, or what it is above that of today's plan. */
  readonly ofWorst: Row;
}

/** A goal on all draws and on each replicate of them. */
export interface SampledGoal {
  readonly value: number;
  readonly replicates: readonly number[];
}

/**
 * The goal as it comes out of draws: the mean, or its mix with the mean over the worst cases, in the world where that is
 * least. Not for the least spend and for chances.
 */
export function sampledGoal(goal: Goal, worlds: readonly WorldRows[]): SampledGoal {
  const parts = worlds.map(({ figure, ofWorst }) => ({
    figures: splitReplicates(figure),
    ofWorst: splitReplicates(ofWorst),
  }));
  return {
    value: Math.min(...worlds.map(({ figure, ofWorst }) => mixed(goal, figure, ofWorst))),
    replicates: parts[0]!.figures.map((_, r) =>
      Math.min(...parts.map((part) => mixed(goal, part.figures[r]!, part.ofWorst[r]!))),
    ),
  };
}

/** So much per unit by which a goal is larger than another on the same draws. */
export function changeOf(after: SampledGoal, before: SampledGoal, units: number): Estimate {
  return ofReplicates(
    (after.value - before.value) / units,
    after.replicates.map((value, r) => (value - before.replicates[r]!) / units),
  );
}

function mixed({ risk }: Goal, figure: Row, ofWorst: Row): number {
  const { worst = 1, weight = 0 } = risk ?? {};
  const usual = mean(figure);
  return weight === 0 ? usual : (1 - weight) * usual + weight * tailMean(ofWorst.toSorted(), worst);
}
