import type { Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { Relaxation } from './bounds/relaxation.ts';
import type { Conditions } from './conditions/conditions.ts';
import type { FigureInBlock } from './goal/figure-in-block.ts';

/** A plan in a block of draws. */
export interface FiguresInput {
  readonly model: Model;
  readonly plan: Plan;
  /** Channels whose fixed costs and hours count. */
  readonly used: readonly boolean[];
  readonly conditions: Conditions;
  /** What takes the place of response curves and discounts, if anything does. */
  readonly relaxation: Relaxation | undefined;
  readonly figures: readonly FigureInBlock[];
  /** By figure: filled with it draw by draw, if given. Zeros before. */
  readonly values: readonly (Row | undefined)[];
  /** By figure: how much each draw counts in its sums; all alike where nothing is given. */
  readonly weights?: readonly (Row | undefined)[];
}
