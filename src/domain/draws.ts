/** Which draws: a pure function of these, so equal requests give equal bits on any machine. */
export interface DrawRequest {
  readonly seed: string;
  readonly method: DrawMethod;
  readonly draws: number;
  /** What `aligned` draws are aligned with; that of the model itself when left out. The same for models to be compared. */
  readonly alignment?: Alignment;
}

export type DrawMethod = 'aligned' | 'sobol' | 'latin' | 'plain';

/**
 * A direction in the space of independent scores, to be spread more evenly than any other: draws made with the same
 * alignment are the same in every model. Plain data.
 */
export interface Alignment {
  /** Whose independent scores, in the order of their coordinates in one Sobol' set. */
  readonly sources: readonly string[];
  /** One component per source: a vector of length 1, or zeros where no direction matters. */
  readonly direction: readonly number[];
}
