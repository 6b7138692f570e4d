import type { BindingLimit } from '../../domain.ts';
import { openLinear } from '../../linear/solve.ts';
import type { AtPlan } from './at-plan.ts';
import { bindingLimits } from './binding.ts';
import { solveTangents } from '../concave/tangents.ts';

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
  const solution = solveTangents(problem, { columns, points }, RADIUS, (program) => openLinear(program, solvers));
  if (solution === undefined) return { binding: [], guardWorths: problem.guards.map(() => 0) };
  return { binding: bindingLimits(linear, solution.point), guardWorths: solution.guardWorths };
}
