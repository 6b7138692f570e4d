/** Consecutive draws `first` to `first + count - 1`. */
export interface DrawRange {
  readonly first: number;
  readonly count: number;
}
