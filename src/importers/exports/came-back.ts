/** Who came back, among those whose time to do so is over. */
export interface Repeats {
  /** Days after the first order that are looked at. */
  readonly within: number;
  readonly of: number;
  readonly hits: number;
  /** Days between the first order and the next, in the middle. */
  readonly every: number;
  /** Days of further orders within the window, for each of all: mean. */
  readonly further: number;
  /** Days after the first order in which a scenario is to count further ones, so that it has as many. */
  readonly horizon: number;
}
