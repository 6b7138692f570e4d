/** What the optimizer knows of the simulator: value and derivative of the goal at a point, on fixed draws. */
export interface OracleAnswer {
  /** Mean of the goal over the search draws. */
  readonly value: number;
  /** The parts that `value` is the sum of, one per piece of `Pieces`, then a constant. */
  readonly pieces: Float64Array;
  readonly constant: number;
  /** Derivative of the goal by every column. */
  readonly gradient: Float64Array;
}

export type Oracle = (spend: Float64Array) => Promise<OracleAnswer>;

/**
 * How the goal splits into a sum of parts that depend on different columns: more parts, fewer rounds. Each part has its
 * own cuts.
 */
export interface Pieces {
  readonly count: number;
  /** Piece of each column. */
  readonly ofColumn: Int32Array;
}
