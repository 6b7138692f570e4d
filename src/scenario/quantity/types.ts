import type { Distribution, Observation } from '../../families/distribution.ts';
import type { ScoreEvidence } from '../../random/correlation/condition.ts';
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

/** What pilots changed: the text says what was believed before them. */
export type Learned = { readonly before: Distribution } & (
  | {
      readonly seen: Observation;
      /** What was seen as a measurement of its score, where it moves with others. */
      readonly evidence?: ScoreEvidence;
    }
  /** Paths of the numbers that it moves with of which something was seen. */
  | { readonly with: readonly string[] }
);
