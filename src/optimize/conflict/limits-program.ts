import type { LinearLimit } from '../../domain.ts';
import { programBuilder, type LinearProgram } from '../../linear/program.ts';
import type { LinearSolver } from '../../linear/session.ts';
import { rowOfLimit } from '../spend-program.ts';

/** Linear limits on spend, and who solves programs with them. */
export interface LimitsProblem {
  /** Columns of spend: channels times periods. */
  readonly size: number;
  readonly periods: number;
  readonly limits: readonly LinearLimit[];
  readonly solvers: readonly LinearSolver[];
}

/** What is sought beside spend. */
export interface ExtraColumn {
  /** 1 when left out. */
  readonly cost?: number;
  /** 0 when left out. */
  readonly lower?: number;
  /** No limit when left out. */
  readonly upper?: number;
  readonly coefficientOf: (limit: LinearLimit) => number;
}

/** Any plan that keeps the limits, one row each; with columns more, which come last, the one where their cost is best. */
export function limitsProgram(
  { size, periods, limits }: LimitsProblem,
  extra: readonly ExtraColumn[] = [],
  sense: LinearProgram['sense'] = 'minimize',
): LinearProgram {
  const builder = programBuilder(sense);
  for (let k = 0; k < size; k++) builder.addColumn({});
  for (const { cost = 1, lower = 0, upper = Infinity } of extra) builder.addColumn({ cost, lower, upper });
  for (const limit of limits) {
    const row = rowOfLimit(limit, periods);
    const more = extra.flatMap(({ coefficientOf }, k) => {
      const coefficient = coefficientOf(limit);
      return coefficient === 0 ? [] : [[size + k, coefficient] as const];
    });
    builder.addRow(more.length === 0 ? row : { ...row, terms: [...row.terms, ...more] });
  }
  return builder.build();
}
