import type { BindingLimit } from '../../domain.ts';
import { openLinear } from '../../linear/solve.ts';
import type { AtPlan } from './at-plan.ts';
import { bindingLimits } from './binding.ts';
import { boxAround } from '../concave/box-step.ts';
import { cutsAt, rowsOfCuts } from '../concave/cuts.ts';
import { masterProgram } from '../concave/start.ts';

/** How far from the plan the tangents there are taken for the goal, as a share of each column's range. */
const RADIUS = 1e-3;

/**
 * What limits are worth around the plan, with the channels used and the least amounts that it decided for: prices of the
 * tangents at the plan. Where a search had to decide such things, the prices of its own last program are of a
 * relaxation that decides them by halves. Empty when no solver has an answer.
 */
export function localPrices({ search: { solvers, linear }, problem, points, columns }: AtPlan): {
  readonly binding: readonly BindingLimit[];
  /** Change of the goal per unit by which each guard's `least` rises. */
  readonly guardWorths: readonly number[];
} {
  const session = openLinear(masterProgram(problem), solvers);
  try {
    const { rows, made } = rowsOfCuts(problem, cutsAt(problem, points, columns));
    session.addRows(rows);
    const { lower, upper } = problem.limits.columns;
    const box = boxAround(columns, lower, upper, RADIUS);
    const free = problem.parts.map(() => Infinity);
    session.setColumnBounds(
      Float64Array.from([...box.lower, ...free.map((value) => -value)]),
      Float64Array.from([...box.upper, ...free]),
    );
    const solution = session.solve();
    if (solution.status !== 'optimal') return { binding: [], guardWorths: problem.guards.map(() => 0) };
    const first = problem.limits.rows.lower.length;
    const guardWorths = problem.guards.map((_, guard) =>
      made.reduce((all, row, k) => (row.guard === guard ? all - solution.rowDuals[first + k]! : all), 0),
    );
    return { binding: bindingLimits(linear, solution), guardWorths };
  } finally {
    session.close();
  }
}
