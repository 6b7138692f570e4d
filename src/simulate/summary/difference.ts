import type { Difference, GoalMetric, Plan } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import { replicateInterval } from '../../statistics/replicates.ts';
import { BETTER, RANGE, WORST_SHARE } from './series.ts';
import {
  chanceEstimate,
  estimateOf,
  figure,
  figuresOf,
  meanEstimate,
  quantileFigure,
  worstFigure,
  type SeriesFigures,
} from './series-figures.ts';
import type { Tally } from '../tally/tally.ts';

type Change = Omit<Difference, 'a' | 'b' | 'metric'>;

/** Plan `b` minus plan `a`, draw by draw on the same draws: what changes whatever the world turns out to be. */
export function differenceOf(metric: GoalMetric, a: Plan, tallyA: Tally, b: Plan, tallyB: Tally): Difference {
  return { a: a.name, b: b.name, metric, ...changeOf(tallyA.totals[metric], tallyB.totals[metric]) };
}

/** How a figure changes, from one number per draw before and after, on the same draws. */
export function changeOf(before: Row, after: Row): Change {
  const change = after.map((value, i) => value - before[i]!);
  const worst = { quantiles: [], worst: [WORST_SHARE], chances: [] };
  return changeFrom(
    figuresOf(change, { quantiles: RANGE, worst: [], chances: [BETTER] }),
    figuresOf(before, worst),
    figuresOf(after, worst),
  );
}

/** The same from figures of the change of each draw, and of both plans alone. */
export function changeFrom(change: SeriesFigures, before: SeriesFigures, after: SeriesFigures): Change {
  const mean = meanEstimate(change);
  const { low, high } = replicateInterval(mean.value, mean.standardError, REPLICATES, 0.95);
  const [old, young] = [worstFigure(before, WORST_SHARE), worstFigure(after, WORST_SHARE)];
  return {
    mean,
    interval: [low, high],
    range: [quantileFigure(change, RANGE[0]).whole, quantileFigure(change, RANGE[1]).whole],
    chanceBetter: chanceEstimate(change, BETTER),
    worstMeanChange: estimateOf(figure(young.whole - old.whole, (r) => young.replicates[r]! - old.replicates[r]!)),
  };
}
