import type { Estimate } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';
import { splitReplicates } from '../simulate/tally/row-estimates.ts';
import { orderOf } from '../statistics/order.ts';
import { ranksOf } from './ranks.ts';

/** Draws of a number, and what several figures of them need, made once. */
export interface Ordered {
  readonly row: Row;
  /** Draws in the order of their values. */
  readonly order: Uint32Array;
  readonly ranks: Row;
}

/** All draws, and those of each replicate. */
export interface OrderedReplicates {
  readonly whole: Ordered;
  readonly parts: readonly Ordered[];
}

export function inOrder(row: Row): OrderedReplicates {
  return { whole: ordered(row), parts: splitReplicates(row).map(ordered) };
}

function ordered(row: Row): Ordered {
  const order = orderOf(row);
  return { row, order, ranks: ranksOf(row, order) };
}

/** A figure of two numbers with the error that its replicates show. */
export function ofBoth(
  x: OrderedReplicates,
  y: OrderedReplicates,
  figure: (x: Ordered, y: Ordered) => number,
): Estimate {
  return ofReplicates(
    figure(x.whole, y.whole),
    x.parts.map((part, r) => figure(part, y.parts[r]!)),
  );
}
