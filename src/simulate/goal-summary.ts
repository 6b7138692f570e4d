import type { Goal, GoalMetric, GoalSummary, TotalName } from '../domain.ts';
import type { Row } from '../families.ts';
import { chance, meanOf, splitReplicates, worstMean } from './row-estimates.ts';

type Totals = Readonly<Record<TotalName, Row>>;

/** What a plan reaches of the goal. Where that is to spend the least, its figure is what plans are compared by. */
export function goalSummary(goal: Goal, totals: Totals, today: Totals): GoalSummary {
  const { chanceOf, risk } = goal;
  const row = goalRow(goal, totals);
  const looked = risk?.of === 'gain over today' ? minus(row, goalRow(goal, today)) : row;
  return {
    mean: meanOf(row),
    ...(chanceOf === undefined ? {} : { chance: chance(row, (value) => value >= chanceOf) }),
    ...(risk === undefined
      ? {}
      : {
          worst: worstMean(
            looked.toSorted(),
            splitReplicates(looked).map((part) => part.sort()),
            risk.worst,
          ),
        }),
  };
}

/** The figure to maximize by draw, with what other figures count in its units. */
function goalRow({ maximize, plus = {} }: Goal, totals: Totals): Row {
  const row = totals[maximize].slice();
  for (const [metric, worth] of Object.entries(plus) as [GoalMetric, number][]) {
    for (let i = 0; i < row.length; i++) row[i] = row[i]! + worth * totals[metric][i]!;
  }
  return row;
}

function minus(a: Row, b: Row): Row {
  return a.map((value, i) => value - b[i]!);
}
