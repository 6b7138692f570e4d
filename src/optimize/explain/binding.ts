import type { BindingLimit } from '../../domain.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import type { SpendProgram } from '../spend-program.ts';

/** A price smaller than this share of the largest one is taken for rounding of the solver. */
const SMALLEST_PRICE = 1e-6;

/**
 * The limits that hold the plan back and what moving each by one unit of currency is worth: the duals of the last
 * program of the search, which equal the derivatives of the best goal.
 */
export function bindingLimits(program: SpendProgram, last: LinearPoint): readonly BindingLimit[] {
  const found: BindingLimit[] = [];
  program.rows.forEach((limit, row) => {
    const worth = last.rowDuals[row]!;
    if (worth === 0) return;
    const side = worth > 0 ? 'most' : 'least';
    if (limit[side] !== undefined) found.push({ limit, side, worth });
  });
  program.lower.forEach((_, column) => {
    const worth = last.reducedCosts[column]!;
    if (worth === 0) return;
    const side = worth > 0 ? 'most' : 'least';
    const limit = worth > 0 ? program.upperSource[column] : program.lowerSource[column];
    // A channel left out because of its fixed cost is held at nothing, which no limit of the planner's asks for.
    const bound = worth > 0 ? program.upper[column]! : program.lower[column]!;
    if (limit === undefined || last.values[column] !== bound) return;
    found.push({ limit, side, worth });
  });
  const largest = Math.max(0, ...found.map(({ worth }) => Math.abs(worth)));
  return found.filter(({ worth }) => Math.abs(worth) > SMALLEST_PRICE * largest);
}
