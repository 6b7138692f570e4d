import type { Distribution, Observation } from '../../families.ts';
import type { Expression } from '../../formula/expression.ts';

/** A number as the planner wrote it: certain, uncertain, or computed from others. `text` is the truth. */
export type Quantity =
  | { readonly text: string; readonly kind: 'constant'; readonly value: number }
  | {
      readonly text: string;
      readonly kind: 'uncertain';
      /** What is believed, after a pilot where there was one. */
      readonly distribution: Distribution;
      readonly learned?: Learned;
    }
  | { readonly text: string; readonly kind: 'formula'; readonly expression: Expression };

/** What a pilot changed: the text says what was believed before it. */
export interface Learned {
  readonly before: Distribution;
  readonly seen: Observation;
}
