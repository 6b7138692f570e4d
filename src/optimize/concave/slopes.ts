import type { ConcaveProblem, Evaluated } from './concave-problem.ts';

/** Slopes of a goal that is a sum, by column. */
export function slopeOfGoal({ limits, parts, functions }: ConcaveProblem, { points }: Evaluated): Float64Array {
  const slope = limits.columns.cost.slice();
  for (const { weight, members } of parts) {
    const { of, scale } = members[0]!;
    functions[of]!.columns.forEach((column, k) => {
      slope[column] = slope[column]! + (weight * points[of]!.slope[k]!) / scale;
    });
  }
  return slope;
}

/** The same with those of guards, each times its price. */
export function slopeAtPrices(problem: ConcaveProblem, at: Evaluated, prices: Float64Array): Float64Array {
  const slope = slopeOfGoal(problem, at);
  problem.guards.forEach(({ of }, guard) => {
    if (prices[guard] === 0) return;
    problem.functions[of]!.columns.forEach((column, k) => {
      slope[column] = slope[column]! + prices[guard]! * at.points[of]!.slope[k]!;
    });
  });
  return slope;
}
