import { withRows } from '../../linear/edit.ts';
import { rowsOf, type LinearProgram } from '../../linear/program.ts';
import type { ConcaveProblem, Evaluated } from './concave-problem.ts';

/** The limits of a problem with the tangents of its guards at a point as rows after those that there are. */
export function withGuardRows({ limits, functions, guards }: ConcaveProblem, at: Evaluated): LinearProgram {
  if (guards.length === 0) return limits;
  const rows = guards.map(({ of, least }) => {
    const { slope, value } = at.points[of]!;
    const terms = Array.from(functions[of]!.columns, (column, k) => [column, slope[k]!] as const);
    const there = terms.reduce((sum, [column, one]) => sum + one * at.columns[column]!, 0);
    return { terms, lower: least - value + there };
  });
  return withRows(limits, rowsOf(rows));
}
