import type { LinearLimit } from '../domain.ts';
import { programBuilder, type LinearProgram } from '../linear/program.ts';
import type { LinearSolver } from '../linear/session.ts';
import { rowOfLimit } from './spend-program.ts';

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
  readonly sense: LinearProgram['sense'];
  /** 0 when left out. */
  readonly lower?: number;
  /** No limit when left out. */
  readonly upper?: number;
  readonly coefficientOf: (limit: LinearLimit) => number;
}

/** Any plan that keeps the limits, one row each; with a column more, which comes last, the one where this is best. */
export function limitsProgram({ size, periods, limits }: LimitsProblem, extra?: ExtraColumn): LinearProgram {
  const builder = programBuilder(extra?.sense ?? 'minimize');
  for (let k = 0; k < size; k++) builder.addColumn({});
  if (extra !== undefined) builder.addColumn({ cost: 1, lower: extra.lower ?? 0, upper: extra.upper ?? Infinity });
  for (const limit of limits) {
    const row = rowOfLimit(limit, periods);
    const coefficient = extra?.coefficientOf(limit) ?? 0;
    builder.addRow(coefficient === 0 ? row : { ...row, terms: [...row.terms, [size, coefficient]] });
  }
  return builder.build();
}
