import type { Row } from '../domain/row.ts';
import { orderOf } from '../statistics/order.ts';
import { weightedMean, type Weights } from '../sensitivity/weights.ts';
import type { Belief } from './information-value.ts';

/** Mean of a row and where 90 % of its weight lies. */
export function beliefOf(row: Row, weights: Weights): Belief {
  const order = orderOf(row);
  return {
    mean: weightedMean(row, weights),
    range: [quantileBy(row, weights, order, 0.05), quantileBy(row, weights, order, 0.95)],
  };
}

/** The value of the first draw at which so much weight is reached. */
function quantileBy(row: Row, weights: Weights, order: Uint32Array, probability: number): number {
  let reached = 0;
  for (const i of order) {
    reached += weights[i]!;
    if (reached >= probability) return row[i]!;
  }
  return row[order.at(-1)!]!;
}
