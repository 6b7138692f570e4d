import type { Row } from '../families.ts';

/** Indices of a row in the order of its values. */
export function orderOf(row: Row): Uint32Array {
  const order = Uint32Array.from(row, (_, i) => i);
  return order.sort((a, b) => row[a]! - row[b]! || a - b);
}

/** Ranks from 1; equal values share the mean of theirs. */
export function ranksOf(row: Row): Row {
  const order = orderOf(row);
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
 * Spearman's rank correlation; 0 where one of the rows does not vary.
 *
 * Source: Spearman, "The proof and measurement of association between two things" (1904), with mean ranks for ties.
 */
export function rankCorrelationOf(x: Row, y: Row): number {
  const [a, b] = [ranksOf(x), ranksOf(y)];
  const middle = (x.length + 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [u, v] = [a[i]! - middle, b[i]! - middle];
    both += u * v;
    ofA += u * u;
    ofB += v * v;
  }
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}
