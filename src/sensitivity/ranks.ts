import type { Row } from '../domain/row.ts';
import { orderOf } from '../statistics/order.ts';

/** Ranks from 1; equal values share the mean of theirs. */
export function ranksOf(row: Row, order = orderOf(row)): Row {
  const ranks = new Float64Array(row.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && row[order[to]!] === row[order[from]!]) to += 1;
    for (let k = from; k < to; k++) ranks[order[k]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of two numbers, from their ranks; 0 where one of them does not vary.
 *
 * Source: Spearman, "The proof and measurement of association between two things" (1904), with mean ranks for ties.
 */
export function rankCorrelationOf(a: Row, b: Row): number {
  const middle = (a.length + 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [u, v] = [a[i]! - middle, b[i]! - middle];
    both += u * v;
    ofA += u * u;
    ofB += v * v;
  }
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}
