/**
 * A distribution as a function of a standard normal score: plain data through which draws are made, the same way for
 * every family.
 */
export type MarginalTable = SmoothTable | StepTable;

/**
 * Cells of equal width over scores from `from` on, each a cubic polynomial c0 + t (c1 + t (c2 + t c3)) in the position
 * t in [0, 1] within the cell; scores outside have the value of the nearer end.
 */
export interface SmoothTable {
  /** `smooth`: the polynomials give the value; `smoothLog`: its natural logarithm. */
  readonly kind: 'smooth' | 'smoothLog';
  /** Score at the start of the first cell. */
  readonly from: number;
  readonly cellsPerUnit: number;
  /** Four coefficients per cell. */
  readonly coefficients: Float64Array;
  /** Largest error found in the middle of a cell; see `smoothTable` for what it is a share of. */
  readonly error: number;
  /** Only where it is heavy. */
  readonly tail?: HeavyTail;
}

/** Separate outcomes, ascending: value i for scores above threshold i - 1, up to and including threshold i. */
export interface StepTable {
  readonly kind: 'steps';
  readonly values: Float64Array;
  /** One less than there are values. */
  readonly thresholds: Float64Array;
}

/**
 * The upper part of a law whose mean hangs on its rarest values: in it, draws are matched to the mean of the law. Numbers of
 * the quantity itself, so that a quantity times a factor has both times the factor.
 */
export interface HeavyTail {
  /** The part is what lies above this. */
  readonly above: number;
  /** Of the whole law. */
  readonly mean: number;
}
