import type { Goal, GoalMetric, GoalSummary, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import type { PlanSeries } from './plan-series.ts';
import { bandOf, chanceEstimate, estimateOf, meanEstimate, worstFigure, type SeriesFigures } from './series-figures.ts';
import { byValue } from './target-summary.ts';

/** What a plan reaches of the goal. Where that is to spend the least, its figure is what plans are compared by. */
export function goalSummary(
  { chanceOf, risk }: Goal,
  { goal, gain = goal }: Pick<PlanSeries<SeriesFigures>, 'goal' | 'gain'>,
): GoalSummary {
  const worst = risk === undefined ? undefined : estimateOf(worstFigure(gain, risk.worst));
  const atLeast = risk?.atLeast;
  return {
    mean: meanEstimate(goal),
    ...(chanceOf === undefined ? {} : { chance: chanceEstimate(goal, bandOf({ atLeast: chanceOf })) }),
    ...(worst === undefined ? {} : { worst }),
    ...(worst === undefined || atLeast === undefined ? {} : { worstVerdict: byValue({ atLeast }, worst) }),
  };
}

/** The figure to maximize by draw, with what other figures count in its units. */
export function goalRow(
  { maximize, plus = {} }: Pick<Goal, 'maximize' | 'plus'>,
  totals: Readonly<Record<TotalName, Row>>,
): Row {
  const row = totals[maximize].slice();
  for (const [metric, worth] of Object.entries(plus) as [GoalMetric, number][]) {
    for (let i = 0; i < row.length; i++) row[i] = row[i]! + worth * totals[metric][i]!;
  }
  return row;
}
