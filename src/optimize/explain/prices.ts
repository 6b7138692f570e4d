import type { BindingLimit } from '../../domain.ts';

/** What holds the plan back is worth to the goal. */
export interface Prices {
  readonly binding: readonly BindingLimit[];
  /** What a unit of each wish's own function is worth: its multiplier, 0 or above. */
  readonly guards: readonly number[];
}
