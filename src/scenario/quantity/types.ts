import type { Distribution } from '../../families.ts';
import type { Expression } from '../../formula/expression.ts';

/** A number as the planner wrote it: certain, uncertain, or computed from others. `text` is the truth. */
export type Quantity =
  | { readonly text: string; readonly kind: 'constant'; readonly value: number }
  | { readonly text: string; readonly kind: 'uncertain'; readonly distribution: Distribution }
  | { readonly text: string; readonly kind: 'formula'; readonly expression: Expression };
