import type { Goal, GoalMetric, GoalSummary, RiskWish, TotalName } from '../domain.ts';
import type { Row } from '../families.ts';
import { chance, meanOf, splitReplicates, worstMean } from './row-estimates.ts';
import { byValue } from './target-summary.ts';

type Totals = Readonly<Record<TotalName, Row>>;

/** What a plan reaches of the goal. Where that is to spend the least, its figure is what plans are compared by. */
export function goalSummary(goal: Goal, totals: Totals, today: Totals): GoalSummary {
  const { chanceOf, risk } = goal;
  const row = goalRow(goal, totals);
  return {
    mean: meanOf(row),
    ...(chanceOf === undefined ? {} : { chance: chance(row, (value) => value >= chanceOf) }),
    ...(risk === undefined
      ? {}
      : worstCases(risk, risk.of === 'gain over today' ? minus(row, goalRow(goal, today)) : row)),
  };
}

function worstCases({ worst: share, atLeast }: RiskWish, row: Row): Pick<GoalSummary, 'worst' | 'worstVerdict'> {
  const parts = splitReplicates(row).map((part) => part.sort());
  const worst = worstMean(row.toSorted(), parts, share);
  return { worst, ...(atLeast === undefined ? {} : { worstVerdict: byValue({ atLeast }, worst) }) };
}

/** The figure to maximize by draw, with what other figures count in its units. */
export function goalRow({ maximize, plus = {} }: Pick<Goal, 'maximize' | 'plus'>, totals: Totals): Row {
  const row = totals[maximize].slice();
  for (const [metric, worth] of Object.entries(plus) as [GoalMetric, number][]) {
    for (let i = 0; i < row.length; i++) row[i] = row[i]! + worth * totals[metric][i]!;
  }
  return row;
}

function minus(a: Row, b: Row): Row {
  return a.map((value, i) => value - b[i]!);
}
