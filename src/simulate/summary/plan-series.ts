/** Something about each number that a draw has under a plan. */
export interface PlanSeries<T> {
  /** Totals and the planner's own metrics. */
  readonly rows: Readonly<Record<string, T>>;
  /** How far each draw is above what targets on the chance of a ratio ask. */
  readonly room: readonly T[];
  readonly channels: readonly { readonly customers: T; readonly profit: T }[];
  /** The figure to maximize, with what else counts in its units. */
  readonly goal: T;
  /** The same less that of today's plan, where the goal speaks of it. */
  readonly gain?: T;
}
