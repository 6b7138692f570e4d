/** What is known about a linear program after solving it. Everything in it was checked by plain arithmetic. */
export type LinearSolution = Optimal | Stopped | Infeasible | Unbounded | Failed;

/** A point that satisfies every limit, with what it is worth and how much better any other could be. */
export interface LinearPoint {
  /** One value per column, within the column's bounds exactly and within each row's range to 1e-7 of its scale. */
  readonly values: Float64Array;
  /** cost · values. */
  readonly objective: number;
  /** No point has a better objective than this; infinite when nothing is known. */
  readonly bound: number;
  /**
   * `proven`: the bound follows from the duals and the column bounds by arithmetic that counts its own rounding.
   * `numerical`: it rests on the solver's tolerance as well, because a column it needs has no bound or, with integer
   * columns, because the tree search is the solver's word.
   */
  readonly boundKind: 'proven' | 'numerical';
  /**
   * Per row: change of the best objective per unit by which the binding side of the row rises; 0 when neither side
   * binds. The same for both senses. With integer columns: as if these were fixed at `values`.
   */
  readonly rowDuals: Float64Array;
  /** Per column: the same for the binding bound of the column: cost - Aᵀ rowDuals. */
  readonly reducedCosts: Float64Array;
}

/** The best point; with integer columns, to within the gap that was asked for. */
export interface Optimal extends LinearPoint {
  readonly status: 'optimal';
}

/** The search over integer columns ran out of time; the point is the best so far. */
export interface Stopped extends LinearPoint {
  readonly status: 'stopped';
}

/** No point satisfies every limit. */
export interface Infeasible {
  readonly status: 'infeasible';
  /**
   * Limits that cannot all hold together, while dropping any one of them would do: columns' before rows', by index.
   * That a column is not negative is taken for granted and not named. Empty when all limits can be met in fractions and only whole values cannot,
   * and when nobody asked (`unexplained`).
   */
  readonly conflict: readonly Limit[];
}

/** The objective improves without end. */
export interface Unbounded {
  readonly status: 'unbounded';
  /** From any allowed point, any multiple of this may be added; the objective improves with each. */
  readonly direction: Float64Array;
  /** The columns that move. */
  readonly columns: readonly number[];
}

/** No answer that can be relied on. */
export interface Failed {
  readonly status: 'failed';
  readonly reason: 'time limit' | 'unreliable';
  /** For a log: which solver said what. */
  readonly why: string;
}

/** One side of the range of a row or a column. */
export interface Limit {
  readonly of: 'row' | 'column';
  readonly index: number;
  readonly side: 'lower' | 'upper';
  readonly value: number;
  readonly name?: string;
}
