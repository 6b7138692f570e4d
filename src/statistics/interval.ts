/** Both ends of a range that holds the true figure with a stated probability. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
